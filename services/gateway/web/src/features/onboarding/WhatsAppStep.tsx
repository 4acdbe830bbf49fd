import { Skeleton } from "@mantine/core";
import { Suspense, useContext } from "react";

import { QueryView } from "@/components/QueryView";
import { SetUpPartsContext } from "@/components/steps/parts";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";

import { useNumbers } from "./api/list-numbers";
import type { Control } from "./use-set-up";

/** The number on which customers write: now, or later under WhatsApp. */
export function WhatsAppStep({ control: { settle, isRunning, error, onBack } }: { control: Control }) {
  const parts = useContext(SetUpPartsContext);
  const numbers = useNumbers();
  const isConnected = numbers.data?.items.some(({ channel }) => channel === "whatsapp") ?? false;
  return (
    <Step
      title="WhatsApp"
      about="The number on which your customers write. Without one everything works on the phone inside the console, and nobody outside sees it."
    >
      <QueryView
        query={numbers}
        show={(shown) => (
          <Suspense fallback={<Skeleton height={180} />}>{parts && <parts.ConnectNumber numbers={shown} />}</Suspense>
        )}
      />
      <StepActions
        skips={!isConnected}
        onwards={isConnected ? "Continue" : "Connect one later"}
        onOnwards={() => settle(isConnected ? "done" : "skipped")}
        isRunning={isRunning}
        error={error}
        onBack={onBack}
      />
    </Step>
  );
}
