/** Take a document out of what is searched, and delete it. */
import { useAct } from "@/api/act";
import { remove } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useRemoveDocument({ onDone }: { onDone: () => void }) {
  const { userId } = useOwner();
  return useAct({
    act: (sourceId: string, key) =>
      remove("/api/v1/owners/{userId}/documents/{sourceId}", { path: { userId, sourceId }, key }),
    changes: () => [of(userId, "document")],
    onDone,
  });
}
