/** Add a text that was typed. It is read and indexed after: the list of documents tells how far it is. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useAddText() {
  const { userId } = useOwner();
  return useAct({
    act: (body: Pick<Schema<"TextToAdd">, "name" | "text">, key) =>
      post("/api/v1/owners/{userId}/documents/text", { path: { userId }, body: { category: "knowledge", ...body }, key }),
    changes: () => [of(userId, "document")],
  });
}
