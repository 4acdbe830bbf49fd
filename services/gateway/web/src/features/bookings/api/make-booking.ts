/** Book by hand. It is confirmed at once. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type BookingToMake = Schema<"BookingToMake">;

export function useMakeBooking({ onDone }: { onDone: (made: Schema<"BookingShown">) => void }) {
  const { userId } = useOwner();
  return useAct({
    act: (body: BookingToMake, key) => post("/api/v1/owners/{userId}/bookings", { path: { userId }, body, key }),
    changes: () => [of(userId, "booking")],
    onDone: ({ booking }) => onDone(booking),
  });
}
