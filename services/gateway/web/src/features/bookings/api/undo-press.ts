/** Take back the last press in a date's queue. Who was told something wrong is told so. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

interface ToUndo {
  date: string;
  /** The press that is meant, so that nobody else's is taken back. */
  bookingId: string;
}

export function useUndoPress() {
  const { userId } = useOwner();
  return useAct({
    act: (body: ToUndo, key) => post("/api/v1/owners/{userId}/queue/undo", { path: { userId }, body, key }),
    changes: () => [of(userId, "booking")],
  });
}
