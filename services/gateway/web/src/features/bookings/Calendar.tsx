import { Text, VisuallyHidden } from "@mantine/core";

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

/** A place is high enough for the time, the name and the status: one under the other in a week, in one line in a day. */
const PLACE_PIXELS = { week: 54, day: 38 };
const PIXELS_PER_MINUTE = { min: 1, max: 2.4 };

/** The hours that are drawn, and how many pixels a minute has. */
interface Scale extends Span {
  pixels: number;
}

/** Days side by side, hours from top to bottom. What has no time stands above. */
export function Calendar({ bookings, days, today, schedule, onOpen, onDay }: Drawing) {
  const minutes = schedule.slotDuration;
  const blocks = new Map(days.map((day) => [day, blocksOf(bookings.filter((one) => one.date === day), minutes)]));
  const open = new Map(days.map((day) => [day, openOn(day, schedule)]));
  const isTimed = schedule.bookingType === "slot" || [...blocks.values()].some((some) => some.length > 0);
  const hours = hoursAround([...open.values(), ...blocks.values()].flat());
  const { min, max } = PIXELS_PER_MINUTE;
  const wanted = (days.length > 1 ? PLACE_PIXELS.week : PLACE_PIXELS.day) / minutes;
  const scale: Scale = { ...hours, pixels: Math.min(Math.max(wanted, min), max) };

  return (
    <div className={classes.calendar} data-days={days.length}>
      {isTimed && <Hours scale={scale} />}
      {days.map((day) => (
        <section key={day} className={classes.day} aria-label={inWords(day, LONG_DAY)}>
          {days.length > 1 && <DayHead day={day} isToday={day === today} onOpen={() => onDay(day)} />}
          <Untimed bookings={bookings.filter((one) => one.date === day && one.timeSlot === null)} onOpen={onOpen} />
          {!bookings.some((one) => one.date === day) && <Nobody isTimed={isTimed} />}
          {isTimed && (
            <ol className={classes.grid} style={{ height: below(hours.to, scale) }}>
              {(open.get(day) ?? []).map((span) => (
                <li key={span.from} aria-hidden className={classes.open} style={across(span, scale)} />
              ))}
              <Lines scale={scale} />
              {(blocks.get(day) ?? []).map((block) => (
                <li
                  key={block.booking.bookingId}
                  className={classes.block}
                  style={{ ...across(block, scale), left: percent(block.lane / block.lanes), width: percent(1 / block.lanes) }}
                >
                  <BookingBlock booking={block.booking} onOpen={onOpen} isWide={days.length === 1} />
                </li>
              ))}
              {day === today && <Now scale={scale} minutes={minutesIn(schedule.timezone)} />}
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

/** An empty grid says so by itself to those who see it. */
function Nobody({ isTimed }: { isTimed: boolean }) {
  const words = "Nobody is booked.";
  if (isTimed) return <VisuallyHidden>{words}</VisuallyHidden>;
  return (
    <Text size="sm" c="dimmed" ta="center" py="xs">
      {words}
    </Text>
  );
}

function Hours({ scale }: { scale: Scale }) {
  return (
    <div aria-hidden className={classes.hours}>
      <div className={classes.scale} style={{ height: below(scale.to, scale) }}>
        {wholeHours(scale).map((hour) => (
          <Text key={hour} size="xs" c="dimmed" className={classes.hour ?? ""} style={{ top: below(hour, scale) }}>
            {timeOf(hour)}
          </Text>
        ))}
      </div>
    </div>
  );
}

function Lines({ scale }: { scale: Scale }) {
  return wholeHours(scale).map((hour) => (
    <li key={hour} aria-hidden className={classes.line} style={{ top: below(hour, scale) }} />
  ));
}

function Now({ scale, minutes }: { scale: Scale; minutes: number }) {
  if (minutes < scale.from || minutes > scale.to) return null;
  return <li aria-hidden className={classes.now} style={{ top: below(minutes, scale) }} />;
}

function wholeHours({ from, to }: Span): number[] {
  return Array.from({ length: (to - from) / 60 }, (_, at) => from + at * 60);
}

function across({ from, to }: Span, scale: Scale) {
  return { top: below(from, scale), height: `${(to - from) * scale.pixels}px` };
}

/** How far below the first hour a time is. */
function below(minutes: number, { from, pixels }: Scale): string {
  return `${(minutes - from) * pixels}px`;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
