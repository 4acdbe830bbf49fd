/** Write to the customer, as a person. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

interface Options {
  conversationId: string;
  onDone: () => void;
}

export function useWriteMessage({ conversationId, onDone }: Options) {
  const { userId } = useOwner();
  return useAct({
    act: (text: string, key) =>
      post("/api/v1/owners/{userId}/conversations/{conversationId}/messages", {
        path: { userId, conversationId },
        body: { text },
        key,
      }),
    changes: () => [of(userId, "conversation")],
    onDone,
  });
}
