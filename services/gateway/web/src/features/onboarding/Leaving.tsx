import { Anchor, Text } from "@mantine/core";
import { Link, useSearchParams } from "wouter";

import { ErrorNotice } from "@/components/ErrorNotice";

import { useEndSetUp } from "./api/end-set-up";
import type { Onboarding } from "./api/read-onboarding";

/** The ways out: to go on later, or never, for those who set up their business some other way. */
export function Leaving({ onboarding }: { onboarding: Onboarding }) {
  const [, setSearch] = useSearchParams();
  const end = useEndSetUp({ onDone: () => setSearch({ step: "summary" }) });
  return (
    <div>
      <ErrorNotice title="The set-up was not ended" error={end.error} />
      <Text size="sm" c="dimmed">
        Every step is saved as you finish it.{" "}
        <Anchor component={Link} href="/conversations" inherit underline="always">
          Go on later
        </Anchor>
        , or{" "}
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          disabled={end.isRunning}
          onClick={() => end.run(onboarding.currentStep)}
        >
          end the set-up here
        </Anchor>{" "}
        if you need no more of it.
      </Text>
    </div>
  );
}
