/** Send a file. It is stored at once, and read and indexed after: the list tells how far it is. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useUploadDocument() {
  const { userId } = useOwner();
  return useAct({
    act: (file: File, key) => {
      const body = new FormData();
      body.set("file", file);
      return post("/api/v1/owners/{userId}/documents", { path: { userId }, body, key });
    },
    changes: () => [of(userId, "document")],
  });
}
