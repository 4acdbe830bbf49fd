/** What the business says of itself. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Profile = Schema<"ProfileShown">;

export function useProfile() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "profile"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/profile", { path: { userId }, signal }),
  });
}
