/** Have what was given up tried once more, and wait for what comes of it. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Replayed = Schema<"Replayed">;

export function useReplay({ onDone }: { onDone: (answer: Replayed) => void }) {
  const { userId } = useOwner();
  return useAct({
    act: (deadLetterId: string, key) =>
      post("/api/v1/owners/{userId}/dead-letters/{deadLetterId}/replay", { path: { userId, deadLetterId }, key }),
    changes: () => [of(userId, "deadLetter")],
    onDone,
  });
}
