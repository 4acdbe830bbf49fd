/** How far documents are. */
import type { Document } from "@/components/documents/api/list-documents";
import { count } from "@/components/words";

export function isBeingRead({ status }: Pick<Document, "status">): boolean {
  return status === "waiting" || status === "indexing";
}

/** All of them in a sentence. */
export function readingOf(documents: readonly Pick<Document, "status">[]): string {
  const busy = documents.filter(isBeingRead).length;
  if (busy > 0) return `${count(busy, "document")} being read. You can go on meanwhile.`;
  const ready = documents.filter(({ status }) => status === "indexed").length;
  return ready > 0 ? `The assistant answers from ${count(ready, "document")}.` : "Nothing of it can be read.";
}
