/** Replace the assistant's settings, if they still are the version that was edited. */
import { useAct } from "@/api/act";
import { put, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import type { Given } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

export function useSaveAssistant() {
  const { userId } = useOwner();
  return useAct({
    act: ({ values, version }: Given<Schema<"AssistantValues">>, key) =>
      put("/api/v1/owners/{userId}/assistant", { path: { userId }, body: values, key, version }),
    changes: () => [of(userId, "assistant")],
  });
}
