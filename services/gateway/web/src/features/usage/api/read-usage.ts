/** What the desk did and used, day by day, today last. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Usage = Schema<"UsageShown">;
export type Day = Schema<"UsageOfDay">;

/** The feed does not tell of it: whoever leaves the page open sees today grow. */
const AGAIN_MILLISECONDS = 60_000;

export function useUsage(days: number) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "usage", days),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/usage", { path: { userId }, query: { days }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MILLISECONDS,
  });
}
