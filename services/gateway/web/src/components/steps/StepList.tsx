import { Text, VisuallyHidden } from "@mantine/core";
import { Check, Minus } from "lucide-react";
import { Link } from "wouter";

import classes from "./StepList.module.css";
import { numberOf, type StepId, STEPS } from "./steps";

export type StepState = "open" | "done" | "skipped";

interface Props {
  /** The step that is shown; none once all is over. */
  current: StepId | null;
  stateOf?: (id: StepId) => StepState;
  /** Where a step is. Without it none can be gone to yet. */
  hrefOf?: (id: StepId) => string;
}

/** How far one is, and the way to every step. A phone shows the name of the current one only. */
export function StepList({ current, stateOf = allOpen, hrefOf }: Props) {
  return (
    <nav aria-label="Steps" className={classes.nav}>
      <ol className={classes.list}>
        {STEPS.map(({ id, title }) => {
          const state = stateOf(id);
          const isCurrent = id === current;
          const words = <Words id={id} title={title} state={state} />;
          return (
            <li key={id} className={classes.step} data-state={state} data-current={isCurrent || undefined}>
              {hrefOf ? (
                <Link href={hrefOf(id)} className={classes.way} aria-current={isCurrent ? "step" : undefined}>
                  {words}
                </Link>
              ) : (
                <span className={classes.way} aria-current={isCurrent ? "step" : undefined}>
                  {words}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {current && (
        <Text size="sm" c="dimmed" className={classes.where ?? ""} aria-hidden>
          Step {numberOf(current)} of {STEPS.length}
        </Text>
      )}
    </nav>
  );
}

function Words({ id, title, state }: { id: StepId; title: string; state: StepState }) {
  return (
    <>
      <span className={classes.sign} aria-hidden>
        {state === "done" ? <Check size={15} strokeWidth={2.6} /> : state === "skipped" ? <Minus size={15} /> : numberOf(id)}
      </span>
      <span className={classes.title}>{title}</span>
      {state !== "open" && <VisuallyHidden> ({state})</VisuallyHidden>}
    </>
  );
}

function allOpen(): StepState {
  return "open";
}
