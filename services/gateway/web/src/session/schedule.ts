/** When the business is open, how it takes bookings, and its timezone. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";

import { useOwner } from "./owner";

export type Schedule = Schema<"ScheduleShown">;

export function useSchedule() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "schedule"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/schedule", { path: { userId }, signal }),
  });
}
