import { Anchor, Code, Group, List, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { FileSearch, Sparkles } from "lucide-react";

import { Card } from "@/components/Card";

/** Whether a language model answers or the offline assistant, and what that means. */
export function WhoAnswers({ languageModel }: { languageModel: boolean }) {
  const Icon = languageModel ? Sparkles : FileSearch;
  return (
    <Card>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" aria-hidden visibleFrom="xs">
          <Icon size={20} strokeWidth={1.7} />
        </ThemeIcon>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {languageModel ? "A language model answers" : "The offline assistant answers"}
          </Title>
          {languageModel ? <Model /> : <Offline />}
        </Stack>
      </Group>
    </Card>
  );
}

function Model() {
  return (
    <>
      <List size="sm" spacing={6}>
        <List.Item>
          It answers questions in its own words, from your documents, profile and opening hours, and follows the
          instructions below. What those do not say, it does not know.
        </List.Item>
        <List.Item>For that, your documents, the question and the last messages are sent to Cohere.</List.Item>
        <List.Item>
          Bookings are not its business: every date, time and number comes from your calendar. Where it does not answer
          in time, the offline assistant quotes your documents instead.
        </List.Item>
      </List>
    </>
  );
}

function Offline() {
  return (
    <>
      <List size="sm" spacing={6}>
        <List.Item>
          It finds the passage of your documents, profile or opening hours that answers a question, and quotes it word
          for word. So what you write there is what customers read.
        </List.Item>
        <List.Item>It takes, moves and cancels bookings, in eleven languages, and needs no service outside.</List.Item>
        <List.Item>
          <b>It does not read the instructions below.</b> They are kept, and count from the day on which a language model
          answers.
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        A language model answers in its own words and follows your instructions. To have one, whoever runs this server
        sets <Code>CO_API_KEY</Code> to a key of{" "}
        <Anchor href="https://dashboard.cohere.com/api-keys" target="_blank" rel="noreferrer" inherit underline="always">
          Cohere
        </Anchor>{" "}
        and starts Frontdesk again.
      </Text>
    </>
  );
}
