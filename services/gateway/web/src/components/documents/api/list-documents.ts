/** The documents that the assistant may answer from, and what can be uploaded. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type Document = Schema<"DocumentShown">;
export type Taken = Schema<"Taken">;

export function useDocuments() {
  const { userId } = useOwner();
  return useList(of(userId, "document"), (after, signal) =>
    get("/api/v1/owners/{userId}/documents", { path: { userId }, query: { after }, signal }),
  );
}
