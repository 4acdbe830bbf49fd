/** The conversations, the latest first; those of customers whose name or number `find` finds, where something is sought. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type Conversation = Schema<"ConversationShown">;

export function useConversations(find: string) {
  const { userId } = useOwner();
  return useList(
    of(userId, "conversation", { find }),
    (after, signal) =>
      get("/api/v1/owners/{userId}/conversations", {
        path: { userId },
        query: { after, ...(find && { find }) },
        signal,
      }),
    { isSteady: true },
  );
}
