/** Call the next number of a date's queue; who was being served is done. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export function useCallNext() {
  const { userId } = useOwner();
  return useAct({
    act: (date: string, key) => post("/api/v1/owners/{userId}/queue/next", { path: { userId }, body: { date }, key }),
    changes: () => [of(userId, "booking")],
  });
}
