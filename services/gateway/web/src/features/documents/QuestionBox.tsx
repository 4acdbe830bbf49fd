import { Button, Group, Skeleton, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";

import { Card } from "@/components/Card";
import { ErrorNotice } from "@/components/ErrorNotice";

import { useTryQuestion } from "./api/try-question";
import { TriedAnswer } from "./TriedAnswer";

const CHARACTERS_MAX = 4096;

/** Ask as a customer would, and see the answer with the passages it was made from. */
export function QuestionBox() {
  const [question, setQuestion] = useState("");
  const trial = useTryQuestion();
  const words = question.trim();

  function ask(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (words && !trial.isRunning) trial.run(words);
  }

  return (
    <Card title="Test a question" about="Ask as a customer would. Nothing is sent to anybody.">
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
        <Group justify="flex-end" mt="sm">
          <Button type="submit" variant="light" loading={trial.isRunning} disabled={!words}>
            Ask
          </Button>
        </Group>
      </form>
      <Stack mt="lg" gap="md" aria-live="polite" aria-busy={trial.isRunning}>
        {trial.isRunning && <Skeleton height={96} />}
        {!trial.isRunning && (
          <ErrorNotice title="There is no answer" error={trial.error} onRetry={() => words && trial.run(words)} />
        )}
        {!trial.isRunning && trial.answer && <TriedAnswer tried={trial.answer} question={trial.given ?? ""} />}
      </Stack>
    </Card>
  );
}
