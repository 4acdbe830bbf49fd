/** Say that the set-up is over, whatever is still open of it. */
import { useAct } from "@/api/act";
import { put } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useEndSetUp({ onDone }: { onDone: () => void }) {
  const { userId } = useOwner();
  return useAct({
    act: (currentStep: number, key) =>
      put("/api/v1/owners/{userId}/onboarding", { path: { userId }, body: { currentStep, completed: true }, key }),
    changes: () => [of(userId, "onboarding")],
    onDone,
  });
}
