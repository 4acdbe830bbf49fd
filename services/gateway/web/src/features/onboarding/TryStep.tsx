import { Alert, Anchor, Text } from "@mantine/core";
import { Hourglass, Lightbulb } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";

import { useDocuments } from "@/components/documents/api/list-documents";
import type { Tried } from "@/components/questions/api/try-question";
import { QuestionBox } from "@/components/questions/QuestionBox";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";
import { count } from "@/components/words";

import { isBeingRead } from "./reading";
import type { Control } from "./use-set-up";

const EXAMPLES = ["When are you open?", "Where are you?", "What do you offer?"];

/** Ask one's own desk. */
export function TryStep({ control: { state, settle, isRunning, error, onBack } }: { control: Control }) {
  const [last, setLast] = useState<Tried | null>(null);
  const hasAsked = state === "done" || last !== null;
  const documents = useDocuments();
  const busy = documents.data?.items.filter(isBeingRead).length ?? 0;
  return (
    <Step title="Try it" about="Ask what your customers ask, and see what they would be told.">
      {busy > 0 && (
        <Alert color="blue" icon={<Hourglass size={18} aria-hidden />} role="status">
          {count(busy, "document")} still being read: until then the assistant does not know what is in it.
        </Alert>
      )}
      <QuestionBox title="Your question" examples={EXAMPLES} isBrief onAnswer={setLast} />
      {last?.text === null && (
        <Alert color="gray" icon={<Lightbulb size={18} aria-hidden />} role="status">
          Nothing that it knows answers this. You can{" "}
          <Anchor component={Link} href="/set-up?step=knowledge" inherit underline="always">
            add it one step back
          </Anchor>
          .
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        To write as a customer on WhatsApp would, and to book something, take{" "}
        <Anchor component={Link} href="/phone" inherit underline="always">
          a customer's phone
        </Anchor>
        . Your set-up waits here meanwhile.
      </Text>
      <StepActions
        skips={!hasAsked}
        onOnwards={() => settle(hasAsked ? "done" : "skipped")}
        isRunning={isRunning}
        error={error}
        onBack={onBack}
      />
    </Step>
  );
}
