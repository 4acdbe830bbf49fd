import { Button } from "@mantine/core";
import { CopyCheck } from "lucide-react";

import { Card } from "@/components/Card";

import { DayRow } from "./DayRow";
import classes from "./DayRow.module.css";
import { DAYS, daysLike, firstOpen, hoursInWords, type ScheduleFields, titleOf } from "./values";

/** The week, day by day. */
export function WeekGrid({ form }: { form: ScheduleFields }) {
  const { days } = form.values;
  const first = firstOpen(days);
  const mayCopy = first !== undefined && DAYS.some((name) => days[name].enabled && hoursInWords(days[name]) !== hoursInWords(days[first]));

  function copy() {
    if (first === undefined) return;
    form.setValues({ days: daysLike(days, first) });
    form.clearErrors();
  }

  return (
    <Card title="Week" about="Times are local to your business. Write 24:00 for midnight at the day's end.">
      <ul className={classes.list}>
        {DAYS.map((name) => (
          <DayRow key={name} name={name} form={form} />
        ))}
      </ul>
      {mayCopy && (
        <Button
          size="xs"
          variant="light"
          mt="sm"
          leftSection={<CopyCheck size={14} aria-hidden />}
          onClick={copy}
        >
          {titleOf(first)}'s hours on every open day
        </Button>
      )}
    </Card>
  );
}
