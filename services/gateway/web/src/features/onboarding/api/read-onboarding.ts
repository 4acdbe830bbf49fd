/** How far a business has come in setting up. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type Onboarding = Schema<"OnboardingShown">;

export function useOnboarding() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "onboarding"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/onboarding", { path: { userId }, signal }),
  });
}
