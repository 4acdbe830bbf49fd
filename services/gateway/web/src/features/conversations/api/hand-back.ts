/** Hand a conversation back to the assistant, who answers what still waits. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useHandBack(conversationId: string) {
  const { userId } = useOwner();
  return useAct({
    act: (_: void, key) =>
      post("/api/v1/owners/{userId}/conversations/{conversationId}/hand-back", {
        path: { userId, conversationId },
        key,
      }),
    changes: () => [of(userId, "conversation")],
  });
}
