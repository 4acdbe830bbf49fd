/** Replace the schedule, if it still is the version that was edited. What is booked stays booked. */
import { useAct } from "@/api/act";
import { put } from "@/api/client";
import { of } from "@/api/keys";
import type { Given } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

import { scheduleOf, type Values } from "../values";

export function useSaveSchedule() {
  const { userId } = useOwner();
  return useAct({
    act: ({ values, version }: Given<Values>, key) =>
      put("/api/v1/owners/{userId}/schedule", { path: { userId }, body: scheduleOf(values), key, version }),
    changes: () => [of(userId, "schedule"), of(userId, "booking")],
  });
}
