/** The business's numbers, to know whether one is connected. */
import { useQuery } from "@tanstack/react-query";

import { get } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useNumbers() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "number"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/numbers", { path: { userId }, signal }),
  });
}
