/** What was given up, the latest first, and how many of all nobody has tried again. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type DeadLetter = Schema<"DeadLetterShown">;

const PATH = "/api/v1/owners/{userId}/dead-letters";

export function useDeadLetters() {
  const { userId } = useOwner();
  return useList(of(userId, "deadLetter"), (after, signal) => get(PATH, { path: { userId }, query: { after }, signal }));
}

/** For the badge in the navigation: the count alone. */
export function useUntried() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "deadLetter", { untried: true }),
    queryFn: ({ signal }) => get(PATH, { path: { userId }, query: { limit: 1 }, signal }),
    select: ({ untried }) => untried,
  });
}
