/** Editing the opening hours, wherever that is done: the same draft is found everywhere. */
import { useEdit } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";
import type { Schedule } from "@/session/schedule";

import { useSaveSchedule } from "./api/save-schedule";
import { check } from "./check";
import { type Values, valuesOf } from "./values";

export function useScheduleEdit(shown: Schedule, onSaved?: () => void) {
  const { userId } = useOwner();
  const save = useSaveSchedule();
  return useEdit<Values, Schedule>({ name: `${userId}:schedule`, shown, valuesOf, check, save, ...(onSaved && { onSaved }) });
}
