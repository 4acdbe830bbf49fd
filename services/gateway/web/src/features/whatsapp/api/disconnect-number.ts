/** Let go of a number and erase its secrets. What was written on it stays. */
import { useAct } from "@/api/act";
import { remove } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useDisconnectNumber({ onDone }: { onDone: () => void }) {
  const { userId } = useOwner();
  return useAct({
    act: (phoneNumberId: string, key) =>
      remove("/api/v1/owners/{userId}/numbers/{phoneNumberId}", { path: { userId, phoneNumberId }, key }),
    // Its check is not asked for again: there is nothing to check any more.
    changes: () => [of(userId, "number", "list")],
    onDone,
  });
}
