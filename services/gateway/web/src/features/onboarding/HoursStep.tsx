import { EditForm } from "@/components/editing/EditForm";
import { BookingRules } from "@/components/opening-hours/BookingRules";
import { ResultSentence } from "@/components/opening-hours/ResultSentence";
import { useScheduleEdit } from "@/components/opening-hours/use-schedule-edit";
import { linesOf } from "@/components/opening-hours/values";
import { WeekGrid } from "@/components/opening-hours/WeekGrid";
import { QueryView } from "@/components/QueryView";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";
import { type Schedule, useSchedule } from "@/session/schedule";

import type { Control } from "./use-set-up";

/** When it is open, and how people book. */
export function HoursStep({ control }: { control: Control }) {
  const schedule = useSchedule();
  return (
    <Step
      title="Opening hours"
      about="When customers can come, and whether they get a time or a number in a queue. These are ordinary office hours; make them yours."
    >
      <QueryView query={schedule} show={(shown) => <Fields schedule={shown} control={control} />} />
    </Step>
  );
}

interface Props {
  schedule: Schedule;
  control: Control;
}

function Fields({ schedule, control: { settle, isRunning, error, onBack } }: Props) {
  const edit = useScheduleEdit(schedule, () => settle("done"));
  return (
    <EditForm
      edit={edit}
      linesOf={linesOf}
      actions={<StepActions isRunning={isRunning || edit.isRunning} error={error} onBack={onBack} />}
    >
      <BookingRules form={edit.form} />
      <WeekGrid form={edit.form} />
      <ResultSentence values={edit.form.values} />
    </EditForm>
  );
}
