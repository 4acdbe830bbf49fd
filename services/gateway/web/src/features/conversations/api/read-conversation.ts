/** One conversation: who it is with, and who has it. */
import { useQuery } from "@tanstack/react-query";

import { get } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useConversation(conversationId: string) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "conversation", conversationId),
    queryFn: ({ signal }) =>
      get("/api/v1/owners/{userId}/conversations/{conversationId}", { path: { userId, conversationId }, signal }),
  });
}
