/** How a day's queue stands, as booking counts it now. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type QueueOfDay = Schema<"QueueShown">;
export type Waiting = QueueOfDay["waiting"][number];

/** Estimates move on with the clock, also where nobody presses anything. */
const AGAIN_MILLISECONDS = 60_000;

export function useQueue(day: string) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "booking", { queueOf: day }),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/queue", { path: { userId }, query: { date: day }, signal }),
    refetchInterval: AGAIN_MILLISECONDS,
  });
}
