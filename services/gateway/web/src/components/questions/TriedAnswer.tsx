import { Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";

import { Passage } from "@/components/documents/Passage";
import { count } from "@/components/words";

import type { Tried } from "./api/try-question";
import classes from "./TriedAnswer.module.css";

interface Props {
  tried: Tried;
  question: string;
  /** Without what it was made from. */
  isBrief: boolean;
}

/** What a customer would be told, and why. */
export function TriedAnswer({ tried, question, isBrief }: Props) {
  const { text, sure, sources, seconds } = tried;
  return (
    <>
      <Paper className={classes.asked ?? ""}>{question}</Paper>
      <Paper className={classes.answer ?? ""} data-known={text !== null || undefined}>
        <Text style={{ whiteSpace: "pre-line" }}>
          {text ?? "I do not know that. (It offers the customer a person to talk to.)"}
        </Text>
      </Paper>
      <Group gap="xs">
        {!isBrief && (
          <Badge variant="light" color={sure ? "pine" : "orange"} tt="none" fw={600}>
            {sure ? "Sure" : "Not sure"}
          </Badge>
        )}
        {sources.map(({ sourceId, name, heading, page, chunkId }) => (
          <Badge key={`${sourceId} ${chunkId}`} variant="default" tt="none" fw={500} maw="100%">
            {[name, heading, page === null ? "" : `page ${page}`].filter(Boolean).join(" · ")}
          </Badge>
        ))}
        {!isBrief && (
          <Text size="xs" c="dimmed">
            {tookIn(seconds)}
          </Text>
        )}
      </Group>
      {!isBrief && <Passages passages={tried.passages} />}
    </>
  );
}

function tookIn(seconds: Tried["seconds"]): string {
  const took = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  return took < 1 ? `${Math.ceil(took * 1000)} ms` : `${took.toFixed(1)} s`;
}

function Passages({ passages }: Pick<Tried, "passages">) {
  return (
    <Stack gap="sm" mt="sm">
      <Title order={3} size="h5">
        {passages.length ? `${count(passages.length, "passage")} looked at` : "No passage is near this question"}
      </Title>
      {passages.map((passage, index) => (
        <Passage
          key={index}
          heading={[passage.source, passage.heading].filter(Boolean).join(" · ")}
          page={passage.page}
          content={passage.content}
          beside={<Nearness score={passage.score} lexical={passage.lexical} />}
        />
      ))}
    </Stack>
  );
}

/** `score`: how near in meaning, 1 at most. `lexical`: how well its words match, 0 where none does. */
function Nearness({ score, lexical }: { score: number; lexical: number }) {
  return (
    <Text size="xs" c="dimmed" style={{ fontVariantNumeric: "tabular-nums" }}>
      meaning {score.toFixed(2)} · words {lexical.toFixed(1)}
    </Text>
  );
}
