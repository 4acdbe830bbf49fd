import { Text, VisuallyHidden } from "@mantine/core";
import { Plus } from "lucide-react";

import { inWords, LONG_DAY, minutesIn, timeOf } from "@/components/days";
import type { Schedule } from "@/session/schedule";

import type { Booking } from "./api/list-bookings";
import { BookingBlock } from "./BookingBlock";
import { type Block, blocksOf, gapsOn, hoursAround, openOn, type Span } from "./calendar";
import classes from "./Calendar.module.css";
import { useNow } from "./use-now";

export interface Drawing {
  bookings: readonly Booking[];
  days: readonly string[];
  today: string;
  schedule: Schedule;
  onOpen: (bookingId: string) => void;
  onDay: (day: string) => void;
  /** Somebody pressed where nothing is booked. */
  onAdd: (place: { date: string; time: string }) => void;
}

/** A place is high enough for the time, the name and the status: one under the other in a week, in one line in a day. */
const PLACE_PIXELS = { week: 54, day: 38 };
const PIXELS_PER_MINUTE = { min: 1, max: 2.4 };
/** Below this a block has room for one line. */
const ONE_LINE_PIXELS = 36;

/** The hours that are drawn, and how many pixels a minute has. */
interface Scale extends Span {
  pixels: number;
}

/** Days side by side, hours from top to bottom. What has no time stands above. */
export function Calendar(drawing: Drawing) {
  const { bookings, days, today, schedule, onOpen, onDay } = drawing;
  const now = minutesIn(schedule.timezone, useNow());
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
      {isTimed && <Hours scale={scale} now={days.includes(today) ? now : null} />}
      {days.map((day) => (
        <section key={day} className={classes.day} aria-label={inWords(day, LONG_DAY)}>
          {days.length > 1 && <DayHead day={day} isToday={day === today} onOpen={() => onDay(day)} />}
          <Untimed bookings={bookings.filter((one) => one.date === day && one.timeSlot === null)} onOpen={onOpen} />
          {!bookings.some((one) => one.date === day) && (
            <Nobody isClosed={open.get(day)?.length === 0} isSeen={!isTimed || days.length === 1} />
          )}
          {isTimed && (
            <Grid
              {...drawing}
              day={day}
              open={open.get(day) ?? []}
              blocks={blocks.get(day) ?? []}
              scale={scale}
              now={now}
            />
          )}
        </section>
      ))}
    </div>
  );
}

interface GridProps extends Drawing {
  day: string;
  open: readonly Span[];
  blocks: readonly Block[];
  scale: Scale;
  now: number;
}

/** One day from top to bottom. */
function Grid({ day, days, today, schedule, open, blocks, scale, now, onOpen, onAdd }: GridProps) {
  const isToday = day === today;
  const from = day < today ? scale.to : isToday ? now : scale.from;
  const gaps = schedule.bookingType === "slot" ? gapsOn(open, blocks, schedule.slotDuration, from) : [];
  return (
    <ol className={classes.grid} data-today={isToday || undefined} style={{ height: below(scale.to, scale) }}>
      {open.map((span) => (
        <li key={span.from} aria-hidden className={classes.open} style={across(span, scale)} />
      ))}
      {open.length === 0 && blocks.length === 0 && days.length > 1 && (
        <li aria-hidden className={classes.closed}>
          Closed
        </li>
      )}
      <Lines scale={scale} />
      {gaps.map((gap) => (
        <li key={gap.from} aria-hidden className={classes.block} style={across(gap, scale)}>
          {/* For the mouse: who uses the keyboard has "Add a booking". */}
          <button
            type="button"
            tabIndex={-1}
            className={classes.gap}
            onClick={() => onAdd({ date: day, time: timeOf(gap.from) })}
          >
            <Plus size={14} /> {timeOf(gap.from)}
          </button>
        </li>
      ))}
      {blocks.map((block) => (
        <li
          key={block.booking.bookingId}
          className={classes.block}
          style={{ ...across(block, scale), left: percent(block.lane / block.lanes), width: percent(1 / block.lanes) }}
        >
          <BookingBlock
            booking={block.booking}
            onOpen={onOpen}
            isWide={days.length === 1 && block.lanes === 1}
            isLow={(block.to - block.from) * scale.pixels < ONE_LINE_PIXELS}
          />
        </li>
      ))}
      {isToday && isWithin(now, scale) && (
        <li aria-hidden className={classes.now} style={{ top: below(now, scale) }} />
      )}
    </ol>
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

/** In a week an empty grid says so by itself to those who see it. */
function Nobody({ isClosed, isSeen }: { isClosed: boolean; isSeen: boolean }) {
  const words = isClosed ? "Closed on this day. Nobody is booked." : "Nobody is booked.";
  if (!isSeen) return <VisuallyHidden>{words}</VisuallyHidden>;
  return (
    <Text c="dimmed" ta="center" py="xs">
      {words}
    </Text>
  );
}

function Hours({ scale, now }: { scale: Scale; now: number | null }) {
  const isShown = now !== null && isWithin(now, scale);
  return (
    <div aria-hidden className={classes.hours}>
      <div className={classes.scale} style={{ height: below(scale.to, scale) }}>
        {wholeHours(scale)
          .filter((hour) => !isShown || Math.abs(hour - now) * scale.pixels > HOUR_PIXELS)
          .map((hour) => (
            <Text key={hour} size="xs" c="dimmed" className={classes.hour ?? ""} style={{ top: below(hour, scale) }}>
              {timeOf(hour)}
            </Text>
          ))}
        {isShown && (
          <span className={classes.clock} style={{ top: below(now, scale) }}>
            {timeOf(now)}
          </span>
        )}
      </div>
    </div>
  );
}

/** Two times nearer to each other than this would be one over the other. */
const HOUR_PIXELS = 15;

function Lines({ scale }: { scale: Scale }) {
  return wholeHours(scale).map((hour) => (
    <li key={hour} aria-hidden className={classes.line} style={{ top: below(hour, scale) }} />
  ));
}

function isWithin(minutes: number, { from, to }: Span): boolean {
  return from <= minutes && minutes <= to;
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
