import { Alert, List, Stack, Text } from "@mantine/core";
import { CalendarX } from "lucide-react";

import { Card } from "@/components/Card";
import { inWords, LONG_DAY, SHORT_DAY } from "@/components/days";
import { QueryView } from "@/components/QueryView";
import { count } from "@/components/words";

import type { Preview } from "./api/preview-schedule";
import { useSettledPreview } from "./use-settled-preview";
import classes from "./WhatResults.module.css";
import type { Values } from "./values";

interface Props {
  values: Values;
  isDirty: boolean;
}

/** What the hours come to as they are typed: the places of the next days, and what is booked outside of them. */
export function WhatResults({ values, isDirty }: Props) {
  const { isWrong, preview } = useSettledPreview(values);

  return (
    <Card title="What customers can book" about={isDirty ? "As it would be once you save." : "The next seven days."}>
      {isWrong ? (
        <Text c="dimmed">Put right what is marked, and the places show here.</Text>
      ) : (
        <div aria-live="polite" aria-busy={preview.isFetching}>
          <QueryView query={preview} show={(shown) => <Results preview={shown} />} />
        </div>
      )}
    </Card>
  );
}

function Results({ preview: { days, noLongerFit, noLongerFitCount } }: { preview: Preview }) {
  return (
    <Stack gap="md">
      {noLongerFitCount > 0 && (
        <Alert
          color="orange"
          icon={<CalendarX size={18} aria-hidden />}
          title={`${count(noLongerFitCount, "booking")} would be outside of these hours`}
        >
          <Text size="sm">They stay booked. Tell these customers, or cancel them under Bookings:</Text>
          <List size="sm" mt="xs" spacing={2}>
            {noLongerFit.map(({ bookingId, date, timeSlot, tokenNumber, name }) => (
              <List.Item key={bookingId}>
                {inWords(date, SHORT_DAY)}, {timeSlot ?? `number ${tokenNumber}`}: <b>{name || "no name"}</b>
              </List.Item>
            ))}
          </List>
          {noLongerFitCount > noLongerFit.length && (
            <Text size="sm">and {noLongerFitCount - noLongerFit.length} more.</Text>
          )}
        </Alert>
      )}
      <ul className={classes.days}>
        {days.map((day) => (
          <DayToCome key={day.date} day={day} />
        ))}
      </ul>
    </Stack>
  );
}

function DayToCome({ day: { date, times, numbers } }: { day: Preview["days"][number] }) {
  const isClosed = times.length === 0 && numbers === 0;
  return (
    <li className={classes.day}>
      <Text fw={550} size="sm" {...(isClosed && { c: "dimmed" })}>
        {inWords(date, LONG_DAY)}
      </Text>
      <Text size="sm" c="dimmed">
        {isClosed ? "closed" : numbers > 0 ? count(numbers, "number") : count(times.length, "place")}
      </Text>
      {times.length > 0 && (
        <ul className={classes.times}>
          {times.map((time) => (
            <li key={time} className={classes.time}>
              {time}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
