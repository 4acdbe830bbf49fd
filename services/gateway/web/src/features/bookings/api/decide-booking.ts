/** Confirm, decline, cancel, complete, or mark as missed. The customer is told. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

/** A move is not among them: it says where to. */
export type Act = Exclude<Schema<"BookingDecision">["act"], "move">;

interface Decision {
  bookingId: string;
  act: Act;
  /** What the customer reads with it. */
  note: string;
}

export function useDecideBooking({ onDone }: { onDone?: (given: Decision) => void } = {}) {
  const { userId } = useOwner();
  return useAct({
    act: ({ bookingId, act, note }: Decision, key) =>
      post("/api/v1/owners/{userId}/bookings/{bookingId}/decision", {
        path: { userId, bookingId },
        body: { act, note, date: null, time: null },
        key,
      }),
    changes: () => [of(userId, "booking")],
    onDone: (_, given) => onDone?.(given),
  });
}
