/** One booking. */
import { useQuery } from "@tanstack/react-query";

import { get } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useBooking(bookingId: string) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "booking", bookingId),
    queryFn: ({ signal }) =>
      get("/api/v1/owners/{userId}/bookings/{bookingId}", { path: { userId, bookingId }, signal }),
  });
}
