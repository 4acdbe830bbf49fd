/** The conversations, the latest first. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type Conversation = Schema<"ConversationShown">;

export function useConversations() {
  const { userId } = useOwner();
  return useList(of(userId, "conversation"), (after, signal) =>
    get("/api/v1/owners/{userId}/conversations", { path: { userId }, query: { after }, signal }),
  );
}
