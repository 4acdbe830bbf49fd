/** What is taken as a sign of danger, and whom a customer is told to call. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Danger = Schema<"DangerShown">;

export function useDanger() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "danger"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/danger", { path: { userId }, signal }),
  });
}
