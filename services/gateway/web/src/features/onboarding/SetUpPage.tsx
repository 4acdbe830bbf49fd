import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import { StepList } from "@/components/steps/StepList";
import type { StepId } from "@/components/steps/steps";

import { type Onboarding, useOnboarding } from "./api/read-onboarding";
import { BusinessStep } from "./BusinessStep";
import { HoursStep } from "./HoursStep";
import { KnowledgeStep } from "./KnowledgeStep";
import { Leaving } from "./Leaving";
import { Summary } from "./Summary";
import { TryStep } from "./TryStep";
import { type Control, stateIn, useSetUp } from "./use-set-up";
import { WhatsAppStep } from "./WhatsAppStep";

/** From a new business to a desk that answers, step by step. `?step=` is the one that is shown. */
export default function SetUpPage() {
  const onboarding = useOnboarding();
  return (
    <Page title="Set up your business">
      <QueryView query={onboarding} show={(shown) => <SetUp onboarding={shown} />} />
    </Page>
  );
}

const DRAWN: Record<StepId, (props: { control: Control }) => ReactNode> = {
  business: BusinessStep,
  hours: HoursStep,
  knowledge: KnowledgeStep,
  try: TryStep,
  whatsapp: WhatsAppStep,
};

function SetUp({ onboarding }: { onboarding: Onboarding }) {
  const { step, control } = useSetUp(onboarding);
  const Shown = step && DRAWN[step];
  return (
    <Stack gap={36}>
      <StepList current={step} stateOf={(id) => stateIn(onboarding, id)} hrefOf={(id) => `/set-up?step=${id}`} />
      {Shown ? <Shown key={step} control={control} /> : <Summary onboarding={onboarding} />}
      {!onboarding.completed && <Leaving onboarding={onboarding} />}
    </Stack>
  );
}
