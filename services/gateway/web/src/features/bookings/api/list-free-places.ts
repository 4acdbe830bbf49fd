/** What is free from a date on, as booking counts it now. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type FreePlace = Schema<"FreePlace">;

export function useFreePlaces(date: string, isWanted: boolean) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "booking", { freeFrom: date }),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/free-places", { path: { userId }, query: { date }, signal }),
    enabled: isWanted,
  });
}
