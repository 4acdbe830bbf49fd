import { Text, VisuallyHidden } from "@mantine/core";
import { CircleAlert, CircleCheck, Clock, type LucideIcon } from "lucide-react";

import type { CheckedStep } from "./api/check-number";
import { type Standing, standingOf, STEP_NAMES } from "./check";
import classes from "./CheckSteps.module.css";

const SIGNS: Record<Standing, { Icon: LucideIcon; words: string }> = {
  fine: { Icon: CircleCheck, words: "fine" },
  waits: { Icon: Clock, words: "not yet" },
  wrong: { Icon: CircleAlert, words: "wrong" },
};

/** What must be right for a number, in the order in which it is put right. */
export function CheckSteps({ steps }: { steps: readonly CheckedStep[] }) {
  return (
    <ol className={classes.steps} aria-label="Check">
      {steps.map((step) => (
        <Step key={step.name} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: CheckedStep }) {
  const standing = standingOf(step);
  const { Icon, words } = SIGNS[standing];
  return (
    <li className={classes.step}>
      <Icon size={20} strokeWidth={1.8} aria-hidden className={classes.sign} data-standing={standing} />
      <div className={classes.words}>
        <Text fw={550} size="sm">
          {STEP_NAMES[step.name]}
          <VisuallyHidden>: {words}</VisuallyHidden>
        </Text>
        <Text size="sm" c="dimmed">
          {step.words}
        </Text>
      </div>
    </li>
  );
}
