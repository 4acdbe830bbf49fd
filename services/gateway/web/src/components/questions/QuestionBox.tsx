import { Button, Group, Skeleton, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";

import { Card } from "@/components/Card";
import { ErrorNotice } from "@/components/ErrorNotice";

import { type Tried, useTryQuestion } from "./api/try-question";
import { TriedAnswer } from "./TriedAnswer";

const CHARACTERS_MAX = 4096;

interface Props {
  title: string;
  /** Questions that can be asked at a press. */
  examples?: readonly string[];
  /** Only what a customer would read, without the passages it was made from. */
  isBrief?: boolean;
  onAnswer?: (tried: Tried) => void;
}

/** Ask as a customer would, and see the answer with the passages it was made from. */
export function QuestionBox({ title, examples = [], isBrief = false, onAnswer }: Props) {
  const [question, setQuestion] = useState("");
  const trial = useTryQuestion({ onDone: onAnswer });
  const words = question.trim();

  function ask(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (words && !trial.isRunning) trial.run(words);
  }
  function askExample(example: string) {
    setQuestion(example);
    if (!trial.isRunning) trial.run(example);
  }

  return (
    <Card title={title} about="Ask as a customer would. Nothing is sent to anybody.">
      <form onSubmit={ask}>
        <Textarea
          label="Question"
          placeholder="How much is a first visit?"
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && !event.shiftKey && ask(event)}
          maxLength={CHARACTERS_MAX}
          autosize
          minRows={2}
          maxRows={6}
        />
        <Group align="flex-start" mt="sm">
          <Group gap="xs">
            {examples.map((example) => (
              <Button key={example} size="compact-sm" variant="default" radius="xl" fw={500} onClick={() => askExample(example)}>
                {example}
              </Button>
            ))}
          </Group>
          <Button type="submit" variant="light" ml="auto" loading={trial.isRunning} disabled={!words}>
            Ask
          </Button>
        </Group>
      </form>
      <Stack mt={trial.isRunning || trial.isDone || trial.error ? "lg" : 0} gap="md" aria-live="polite" aria-busy={trial.isRunning}>
        {trial.isRunning && <Skeleton height={96} />}
        {!trial.isRunning && (
          <ErrorNotice title="There is no answer" error={trial.error} onRetry={() => words && trial.run(words)} />
        )}
        {!trial.isRunning && trial.answer && (
          <TriedAnswer tried={trial.answer} question={trial.given ?? ""} isBrief={isBrief} />
        )}
      </Stack>
    </Card>
  );
}
