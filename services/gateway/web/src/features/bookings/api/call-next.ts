/** Call the next number of a date's queue, or one out of order; who was being served is done. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

interface ToCall {
  date: string;
  /** Who is called; the next where it is null. */
  bookingId: string | null;
}

export function useCallNext() {
  const { userId } = useOwner();
  return useAct({
    act: (body: ToCall, key) => post("/api/v1/owners/{userId}/queue/next", { path: { userId }, body, key }),
    changes: () => [of(userId, "booking")],
  });
}
