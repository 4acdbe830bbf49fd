/** What the assistant would answer, and from which passages. Nothing is sent. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { useOwner } from "@/session/owner";

export type Tried = Schema<"Tried">;

export function useTryQuestion({ onDone }: { onDone?: ((tried: Tried) => void) | undefined }) {
  const { userId } = useOwner();
  return useAct({
    act: (question: string, key) =>
      post("/api/v1/owners/{userId}/questions", { path: { userId }, body: { question }, key }),
    ...(onDone && { onDone }),
  });
}
