/** Replace the profile, if it still is the version that was edited. */
import { useAct } from "@/api/act";
import { put, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import type { Given } from "@/components/editing/use-edit";
import { ME } from "@/session/me";
import { useOwner } from "@/session/owner";

export function useSaveProfile() {
  const { userId } = useOwner();
  return useAct({
    act: ({ values, version }: Given<Schema<"ProfileValues">>, key) =>
      put("/api/v1/owners/{userId}/profile", { path: { userId }, body: values, key, version }),
    // The business's name stands in the shell too.
    changes: () => [of(userId, "profile"), ME],
  });
}
