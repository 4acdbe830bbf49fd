/** Editing the profile, wherever that is done: the same draft is found everywhere. */
import { useEdit } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

import type { Profile } from "./api/read-profile";
import { useSaveProfile } from "./api/save-profile";
import { check, type Values, valuesOf } from "./values";

export function useProfileEdit(shown: Profile, onSaved?: () => void) {
  const { userId } = useOwner();
  const save = useSaveProfile();
  return useEdit<Values, Profile>({ name: `${userId}:profile`, shown, valuesOf, check, save, ...(onSaved && { onSaved }) });
}
