/** Take a conversation over: the assistant is silent in it, for some minutes or until it is handed back (null). */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useTakeOver(conversationId: string) {
  const { userId } = useOwner();
  return useAct({
    act: (minutes: number | null, key) =>
      post("/api/v1/owners/{userId}/conversations/{conversationId}/take-over", {
        path: { userId, conversationId },
        body: { minutes },
        key,
      }),
    changes: () => [of(userId, "conversation")],
  });
}
