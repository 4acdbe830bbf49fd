/** What a schedule would come to, without saving it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

import { scheduleOf, type Values } from "../values";

export type Preview = Schema<"SchedulePreview">;

/** `isGood`: nothing is wrong with the values, so that there is something to show. */
export function usePreview(values: Values, isGood: boolean) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "schedule", { preview: values }),
    queryFn: ({ signal }) =>
      post("/api/v1/owners/{userId}/schedule/preview", { path: { userId }, body: scheduleOf(values), signal }),
    enabled: isGood,
    placeholderData: keepPreviousData,
  });
}
