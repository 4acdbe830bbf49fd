import { Button } from "@mantine/core";
import { ArrowLeft, ArrowRight } from "lucide-react";

import { ErrorNotice } from "../ErrorNotice";
import classes from "./Step.module.css";

interface Props {
  /** Nothing was done here yet, so that going on leaves the step out. */
  skips?: boolean;
  /** The word on the button that goes on. */
  onwards?: string;
  /** What it does; else it submits the form that it stands in. */
  onOnwards?: (() => void) | undefined;
  isRunning: boolean;
  /** Not given on the first step. */
  onBack?: (() => void) | undefined;
  /** Why it did not go on. */
  error?: unknown;
}

/** Under a step: onwards or back. */
export function StepActions({ skips = false, onwards, onOnwards, isRunning, onBack, error }: Props) {
  return (
    <>
      <ErrorNotice title="The step was not saved" error={error} />
      <div className={classes.actions}>
        {onBack && (
          <Button variant="default" leftSection={<ArrowLeft size={16} aria-hidden />} onClick={onBack} disabled={isRunning}>
            Back
          </Button>
        )}
        <Button
          className={classes.onwards ?? ""}
          type={onOnwards ? "button" : "submit"}
          {...(onOnwards && { onClick: onOnwards })}
          {...(skips && { variant: "light" })}
          rightSection={<ArrowRight size={16} aria-hidden />}
          loading={isRunning}
        >
          {onwards ?? (skips ? "Skip this step" : "Continue")}
        </Button>
      </div>
    </>
  );
}
