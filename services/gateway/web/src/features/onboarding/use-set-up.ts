/** Where one is in the set-up, and the way on. */
import { useEffect } from "react";
import { useSearchParams } from "wouter";

import { isStep, numberOf, type StepId, stepOf, STEPS } from "@/components/steps/steps";

import type { Onboarding } from "./api/read-onboarding";
import { useSettleStep } from "./api/settle-step";

export type StepState = Onboarding["steps"][number]["status"];

/** What every step is given. */
export interface Control {
  /** What became of it before. */
  state: StepState;
  /** Say what became of it, which leads to the next. */
  settle: (status: "done" | "skipped") => void;
  isRunning: boolean;
  /** Why it could not be said. */
  error: unknown;
  /** Not given on the first step. */
  onBack?: (() => void) | undefined;
}

/** The steps, and what is shown after them. */
export type Shown = StepId | "summary";

/** `?step=` is what is shown. Without it, the step at which the set-up goes on, or the summary once it is over. */
export function useSetUp(onboarding: Onboarding): { step: StepId | null; control: Control } {
  const [search, setSearch] = useSearchParams();
  const named = search.get("step");
  const shown = isShown(named) ? named : onboarding.completed ? "summary" : stepOf(onboarding.currentStep);
  const step = shown === "summary" ? null : shown;

  // What somebody saves elsewhere does not turn the page under one's hands.
  useEffect(() => {
    if (shown !== named) setSearch({ step: shown }, { replace: true });
  }, [shown, named, setSearch]);

  const settling = useSettleStep({ onDone: (stands, settled) => setSearch({ step: nextOf(settled.step, stands) }) });
  const before = step === null ? undefined : STEPS[numberOf(step) - 2]?.id;
  return {
    step,
    control: {
      state: step === null ? "open" : stateIn(onboarding, step),
      settle: (status) => step !== null && settling.run({ step, status }),
      isRunning: settling.isRunning,
      error: settling.error,
      ...(before && { onBack: () => setSearch({ step: before }) }),
    },
  };
}

/** What became of a step. */
export function stateIn({ steps }: Pick<Onboarding, "steps">, id: StepId): StepState {
  return steps.find(({ stepNo }) => stepNo === numberOf(id))?.status ?? "open";
}

/** The step after this one; after the last, whichever is still open. */
export function nextOf(step: StepId, { completed, currentStep }: Pick<Onboarding, "completed" | "currentStep">): Shown {
  const next = STEPS[numberOf(step)]?.id;
  if (next !== undefined) return next;
  return completed ? "summary" : stepOf(currentStep);
}

function isShown(named: string | null): named is Shown {
  return named === "summary" || isStep(named);
}
