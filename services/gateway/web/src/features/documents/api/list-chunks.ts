/** The passages of a document that are searched now. */
import { get } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export function useChunks(sourceId: string) {
  const { userId } = useOwner();
  return useList(of(userId, "document", sourceId, "chunks"), (after, signal) =>
    get("/api/v1/owners/{userId}/documents/{sourceId}/chunks", { path: { userId, sourceId }, query: { after }, signal }),
  );
}
