/** How the assistant answers. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Assistant = Schema<"AssistantShown">;

export function useAssistant() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "assistant"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/assistant", { path: { userId }, signal }),
  });
}
