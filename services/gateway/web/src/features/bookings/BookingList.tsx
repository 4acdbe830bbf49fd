import { Stack, Text } from "@mantine/core";

import { inWords, LONG_DAY } from "@/components/days";

import { BookingBlock } from "./BookingBlock";
import classes from "./BookingList.module.css";
import type { Drawing } from "./Calendar";

/** The same days as a list, one under the other: for a phone. */
export function BookingList({ bookings, days, today, onOpen }: Drawing) {
  return (
    <Stack gap="md">
      {days.map((day) => {
        const ofDay = bookings.filter((one) => one.date === day);
        return (
          <section key={day} aria-label={inWords(day, LONG_DAY)}>
            <Text component="h3" size="sm" fw={600} mb={6} c={day === today ? "pine" : "dimmed"}>
              {inWords(day, LONG_DAY)}
              {day === today && ", today"}
            </Text>
            {ofDay.length === 0 ? (
              <Text size="sm" c="dimmed">
                Nobody is booked.
              </Text>
            ) : (
              <ol className={classes.list}>
                {ofDay.map((booking) => (
                  <li key={booking.bookingId} className={classes.item}>
                    <BookingBlock booking={booking} onOpen={onOpen} isWide isTall />
                  </li>
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </Stack>
  );
}
