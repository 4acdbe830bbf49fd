/** Save what became of a step. The server knows then where the set-up goes on, and whether it is over. */
import { useAct } from "@/api/act";
import { put } from "@/api/client";
import { of } from "@/api/keys";
import { numberOf, type StepId } from "@/components/steps/steps";
import { useOwner } from "@/session/owner";

import type { Onboarding } from "./read-onboarding";

interface Settled {
  step: StepId;
  status: "done" | "skipped";
}

export function useSettleStep({ onDone }: { onDone: (stands: Onboarding, settled: Settled) => void }) {
  const { userId } = useOwner();
  return useAct({
    act: ({ step, status }: Settled, key) =>
      put("/api/v1/owners/{userId}/onboarding/steps/{stepNo}", {
        path: { userId, stepNo: String(numberOf(step)) },
        body: { status },
        key,
      }),
    changes: () => [of(userId, "onboarding")],
    onDone,
  });
}
