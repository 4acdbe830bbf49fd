import { Text } from "@mantine/core";

import { inWords, LONG_DAY, minutesIn, timeOf } from "@/components/days";
import type { Schedule } from "@/session/schedule";

import type { Booking } from "./api/list-bookings";
import { BookingBlock } from "./BookingBlock";
import { blocksOf, hoursAround, openOn, type Span } from "./calendar";
import classes from "./Calendar.module.css";

export interface Drawing {
  bookings: readonly Booking[];
  days: readonly string[];
  today: string;
  schedule: Schedule;
  onOpen: (bookingId: string) => void;
  onDay: (day: string) => void;
}

const PIXELS_PER_MINUTE = 1.15;

/** Days side by side, hours from top to bottom. What has no time stands above. */
export function Calendar({ bookings, days, today, schedule, onOpen, onDay }: Drawing) {
  const minutes = schedule.slotDuration;
  const blocks = new Map(days.map((day) => [day, blocksOf(bookings.filter((one) => one.date === day), minutes)]));
  const open = new Map(days.map((day) => [day, openOn(day, schedule)]));
  const isTimed = schedule.bookingType === "slot" || [...blocks.values()].some((some) => some.length > 0);
  const hours = hoursAround([...open.values(), ...blocks.values()].flat());

  return (
    <div className={classes.calendar} data-days={days.length}>
      {isTimed && <Hours hours={hours} isUnderHeads={days.length > 1} />}
      {days.map((day) => (
        <section key={day} className={classes.day} aria-label={inWords(day, LONG_DAY)}>
          {days.length > 1 && <DayHead day={day} isToday={day === today} onOpen={() => onDay(day)} />}
          <Untimed bookings={bookings.filter((one) => one.date === day && one.timeSlot === null)} onOpen={onOpen} />
          {isTimed && (
            <ol className={classes.grid} style={{ height: pixels(hours.to - hours.from) }}>
              {(open.get(day) ?? []).map((span) => (
                <li key={span.from} aria-hidden className={classes.open} style={across(span, hours)} />
              ))}
              <Lines hours={hours} />
              {(blocks.get(day) ?? []).map((block) => (
                <li
                  key={block.booking.bookingId}
                  className={classes.block}
                  style={{ ...across(block, hours), left: percent(block.lane / block.lanes), width: percent(1 / block.lanes) }}
                >
                  <BookingBlock booking={block.booking} onOpen={onOpen} isWide={days.length === 1} />
                </li>
              ))}
              {day === today && <Now hours={hours} minutes={minutesIn(schedule.timezone)} />}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function DayHead({ day, isToday, onOpen }: { day: string; isToday: boolean; onOpen: () => void }) {
  return (
    <button type="button" className={classes.head} data-today={isToday || undefined} onClick={onOpen}>
      <span>{inWords(day, { weekday: "short" })}</span>
      <span className={classes.number}>{inWords(day, { day: "numeric" })}</span>
    </button>
  );
}

function Untimed({ bookings, onOpen }: { bookings: readonly Booking[]; onOpen: (bookingId: string) => void }) {
  if (bookings.length === 0) return null;
  return (
    <ol className={classes.untimed}>
      {bookings.map((booking) => (
        <li key={booking.bookingId}>
          <BookingBlock booking={booking} onOpen={onOpen} isWide />
        </li>
      ))}
    </ol>
  );
}

function Hours({ hours, isUnderHeads }: { hours: Span; isUnderHeads: boolean }) {
  return (
    <div aria-hidden className={classes.hours} data-under-heads={isUnderHeads || undefined}>
      <div className={classes.scale} style={{ height: pixels(hours.to - hours.from) }}>
        {wholeHours(hours).map((hour) => (
          <Text key={hour} size="xs" c="dimmed" className={classes.hour ?? ""} style={{ top: pixels(hour - hours.from) }}>
            {timeOf(hour)}
          </Text>
        ))}
      </div>
    </div>
  );
}

function Lines({ hours }: { hours: Span }) {
  return wholeHours(hours).map((hour) => (
    <li key={hour} aria-hidden className={classes.line} style={{ top: pixels(hour - hours.from) }} />
  ));
}

function Now({ hours, minutes }: { hours: Span; minutes: number }) {
  if (minutes < hours.from || minutes > hours.to) return null;
  return <li aria-hidden className={classes.now} style={{ top: pixels(minutes - hours.from) }} />;
}

function wholeHours({ from, to }: Span): number[] {
  return Array.from({ length: (to - from) / 60 }, (_, at) => from + at * 60);
}

function across(span: Span, hours: Span) {
  return { top: pixels(span.from - hours.from), height: pixels(span.to - span.from) };
}

function pixels(minutes: number): string {
  return `${minutes * PIXELS_PER_MINUTE}px`;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
