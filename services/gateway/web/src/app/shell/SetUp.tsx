import { lazy, Suspense } from "react";

import { useOwner } from "@/session/owner";

const SetUpEntry = lazy(() => import("@/features/onboarding/SetUpEntry"));

/** The way back to a set-up that is not complete, for those who may go on with it. Loaded after the page. */
export function SetUp({ onChosen }: { onChosen: () => void }) {
  const { role } = useOwner();
  return (
    role === "owner" && (
      <Suspense fallback={null}>
        <SetUpEntry onChosen={onChosen} />
      </Suspense>
    )
  );
}
