import { ActionIcon, Button, Chip, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { ChevronLeft, ChevronRight, Printer } from "lucide-react";

import { inWords, isDay, LONG_DAY } from "@/components/days";

import classes from "./Toolbar.module.css";
import type { Shown, View } from "./use-shown";

interface Props {
  shown: Shown;
  today: string;
  goneCount: number;
}

/** Which days are shown, and the way to others. */
export function Toolbar({ shown, today, goneCount }: Props) {
  const { days, view, day, withGone } = shown;
  const step = view === "day" ? "day" : "week";
  return (
    <div className={classes.bar}>
      <Group gap={4} wrap="nowrap" className={classes.steps ?? ""}>
        <ActionIcon size="lg" aria-label={`The ${step} before`} onClick={() => shown.move(-1)}>
          <ChevronLeft size={20} />
        </ActionIcon>
        <Button variant="default" onClick={() => shown.setDay(today)} disabled={days.includes(today)}>
          Today
        </Button>
        <ActionIcon size="lg" aria-label={`The ${step} after`} onClick={() => shown.move(1)}>
          <ChevronRight size={20} />
        </ActionIcon>
      </Group>
      <Text component="h2" fw={620} size="lg" className={classes.title ?? ""} aria-live="polite">
        {titleOf(days)}
      </Text>
      {(goneCount > 0 || withGone) && (
        <Chip checked={withGone} onChange={shown.setWithGone} size="sm" variant="light">
          {goneCount > 0 ? `Show ${goneCount} cancelled` : "Show cancelled"}
        </Chip>
      )}
      <TextInput
        type="date"
        aria-label="Go to a date"
        value={day}
        onChange={(event) => isDay(event.currentTarget.value) && shown.setDay(event.currentTarget.value)}
      />
      <ActionIcon size="lg" aria-label={`Print this ${step} as a list`} onClick={() => window.print()}>
        <Printer size={18} />
      </ActionIcon>
      <SegmentedControl
        aria-label="How much is shown"
        className={classes.views ?? ""}
        value={view}
        onChange={(to) => shown.setView(to as View)}
        data={[
          { value: "day", label: "Day" },
          { value: "week", label: "Week" },
        ]}
      />
    </div>
  );
}

function titleOf(days: readonly string[]): string {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return first === last ? inWords(first, LONG_DAY) : rangeInWords(first, last);
}

/** "23 – 29 November": as short as both can be said in the person's own language. */
function rangeInWords(first: string, last: string): string {
  const shown = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", timeZone: "UTC" });
  return shown.formatRange(Date.parse(first), Date.parse(last));
}
