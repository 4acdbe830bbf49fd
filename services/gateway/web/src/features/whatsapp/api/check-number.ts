/** What is wrong with a number, if anything is. WhatsApp itself is asked, so not each time somebody looks. */
import { useQuery } from "@tanstack/react-query";

import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Checked = Schema<"NumberChecked">;
export type CheckedStep = Schema<"CheckedStep">;

const STALE_MILLISECONDS = 5 * 60_000;

export function useCheck(phoneNumberId: string) {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "number", phoneNumberId, "check"),
    queryFn: ({ signal }) =>
      post("/api/v1/owners/{userId}/numbers/{phoneNumberId}/check", { path: { userId, phoneNumberId }, signal }),
    staleTime: STALE_MILLISECONDS,
    refetchOnWindowFocus: false,
  });
}
