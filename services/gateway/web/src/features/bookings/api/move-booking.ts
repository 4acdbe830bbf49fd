/** Give a booking another free place. The customer is told. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

interface Move {
  bookingId: string;
  date: string;
  /** Null where numbers are given. */
  time: string | null;
  /** What the customer reads with it. */
  note: string;
}

export function useMoveBooking({ onDone }: { onDone: (moved: Schema<"BookingShown">) => void }) {
  const { userId } = useOwner();
  return useAct({
    act: ({ bookingId, ...place }: Move, key) =>
      post("/api/v1/owners/{userId}/bookings/{bookingId}/decision", {
        path: { userId, bookingId },
        body: { act: "move", ...place },
        key,
      }),
    changes: () => [of(userId, "booking")],
    onDone: ({ booking }) => onDone(booking),
  });
}
