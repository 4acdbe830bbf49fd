import { Card } from "@/components/Card";

import { DayRow } from "./DayRow";
import classes from "./DayRow.module.css";
import { DAYS, type ScheduleFields } from "./values";

/** The week, day by day. */
export function WeekGrid({ form }: { form: ScheduleFields }) {
  return (
    <Card title="Week" about="Times are local to your business. Write 24:00 for midnight at the day's end.">
      <ul className={classes.list}>
        {DAYS.map((name) => (
          <DayRow key={name} name={name} form={form} />
        ))}
      </ul>
    </Card>
  );
}
