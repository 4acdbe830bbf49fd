import { ActionIcon, Button, Switch, Text, TextInput } from "@mantine/core";
import { Coffee, X } from "lucide-react";

import { timeIn } from "./clock";
import classes from "./DayRow.module.css";
import { type DayName, type Hours, type ScheduleFields, titleOf } from "./values";

interface Props {
  name: DayName;
  form: ScheduleFields;
}

type TimeField = Exclude<keyof Hours, "enabled">;

/** One weekday: open or closed, its hours, and a break. */
export function DayRow({ name, form }: Props) {
  const hours = form.values.days[name];
  const at = <Field extends keyof Hours>(field: Field) => `days.${name}.${field}` as const;
  const words = [...new Set(TIMES.map((field) => form.errors[at(field)]).filter(Boolean))];

  function setBreak(begins: string, ends: string) {
    form.setValues({ days: { ...form.values.days, [name]: { ...hours, breakStart: begins, breakEnd: ends } } });
    for (const field of TIMES) form.clearFieldError(at(field));
  }
  const time = (field: TimeField, label: string) => (
    <TimeInput form={form} path={at(field)} label={`${titleOf(name)} ${label}`} errorId={`${name}-problem`} />
  );

  return (
    <li className={classes.row}>
      <Switch
        className={classes.day}
        label={titleOf(name)}
        {...form.getInputProps(at("enabled"), { type: "checkbox" })}
      />
      {!hours.enabled && words.length === 0 ? (
        <Text c="dimmed" size="sm" className={classes.hours}>
          Closed
        </Text>
      ) : (
        <div className={classes.hours}>
          <span className={classes.span}>
            {time("startTime", "opens")}
            <span aria-hidden>–</span>
            {time("endTime", "closes")}
          </span>
          {hours.breakStart || hours.breakEnd ? (
            <span className={classes.span}>
              <Coffee size={16} aria-hidden className={classes.icon} />
              {time("breakStart", "break begins")}
              <span aria-hidden>–</span>
              {time("breakEnd", "break ends")}
              <ActionIcon type="button" aria-label={`No break on ${titleOf(name)}`} onClick={() => setBreak("", "")}>
                <X size={16} />
              </ActionIcon>
            </span>
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<Coffee size={14} aria-hidden />}
              aria-label={`Add a break on ${titleOf(name)}`}
              onClick={() => setBreak("12:00", "13:00")}
            >
              Add a break
            </Button>
          )}
        </div>
      )}
      <Text
        id={`${name}-problem`}
        role={words.length ? "alert" : undefined}
        className={classes.problem ?? ""}
        size="sm"
        c="var(--mantine-color-error)"
      >
        {words.join(" ")}
      </Text>
    </li>
  );
}

const TIMES = ["startTime", "endTime", "breakStart", "breakEnd"] as const;

interface TimeInputProps {
  form: ScheduleFields;
  path: `days.${DayName}.${TimeField}`;
  label: string;
  errorId: string;
}

/** A time, put in order as it is left: "9" becomes "09:00". Its problem is said under the row. */
function TimeInput({ form, path, label, errorId }: TimeInputProps) {
  const { error, onBlur, ...input } = form.getInputProps(path);
  return (
    <TextInput
      {...input}
      aria-label={label}
      aria-describedby={error ? errorId : undefined}
      error={Boolean(error)}
      inputMode="numeric"
      autoComplete="off"
      className={classes.time ?? ""}
      onBlur={(event) => {
        const time = timeIn(event.currentTarget.value);
        if (time !== null && time !== event.currentTarget.value) form.setFieldValue(path, time);
        onBlur?.(event);
      }}
    />
  );
}
