/** Replace the owner's words of danger, if they still are the version that was edited. */
import { useAct } from "@/api/act";
import { put } from "@/api/client";
import { of } from "@/api/keys";
import type { Given } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

import { phrasesIn, type Values } from "../danger";

export function useSaveDanger() {
  const { userId } = useOwner();
  return useAct({
    act: ({ values: { words, ...values }, version }: Given<Values>, key) =>
      put("/api/v1/owners/{userId}/danger", {
        path: { userId },
        body: { ...values, words: phrasesIn(words) },
        key,
        version,
      }),
    changes: () => [of(userId, "danger")],
  });
}
