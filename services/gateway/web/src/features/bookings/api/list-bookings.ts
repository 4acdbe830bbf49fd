/** What is booked on some dates, by date and time. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type Booking = Schema<"BookingShown">;

const PAGE_SIZE = 500;

/** From `first` to `last`, both included. */
export function useBookings(first: string, last: string) {
  const { userId } = useOwner();
  return useList(of(userId, "booking", { first, last }), (after, signal) =>
    get("/api/v1/owners/{userId}/bookings", {
      path: { userId },
      query: { first, last, after, limit: PAGE_SIZE },
      signal,
    }),
  );
}
