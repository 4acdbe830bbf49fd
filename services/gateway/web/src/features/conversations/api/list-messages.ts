/** What was said in a conversation, the latest first. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type Message = Schema<"MessageShown">;

export function useMessages(conversationId: string) {
  const { userId } = useOwner();
  return useList(of(userId, "conversation", conversationId, "messages"), (after, signal) =>
    get("/api/v1/owners/{userId}/conversations/{conversationId}/messages", {
      path: { userId, conversationId },
      query: { after },
      signal,
    }),
  );
}
