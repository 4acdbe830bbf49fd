/** Where bookings stand in a day that is drawn from top to bottom. Minutes are since midnight at the business. */
import { minutesOf } from "@/components/days";
import type { Schedule } from "@/session/schedule";

import type { Booking } from "./api/list-bookings";

const HOUR = 60;
const DAY = 24 * HOUR;
const OFFICE = { from: 9 * HOUR, to: 17 * HOUR };

export interface Span {
  from: number;
  to: number;
}

/** A booking with a time, and which of so many lanes side by side it stands in. */
export interface Block extends Span {
  booking: Booking;
  lane: number;
  lanes: number;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** When the business is open on a date: none, one span, or two around a break. */
export function openOn(day: string, { days }: Pick<Schedule, "days">): Span[] {
  const name = WEEKDAYS[new Date(Date.parse(day)).getUTCDay()];
  const hours = days.find((one) => one.dayName === name);
  if (!hours?.enabled) return [];
  const [from, to] = [minutesOf(hours.startTime), minutesOf(hours.endTime)];
  if (!hours.breakStart || !hours.breakEnd) return [{ from, to }];
  return [
    { from, to: minutesOf(hours.breakStart) },
    { from: minutesOf(hours.breakEnd), to },
  ];
}

/** The whole hours that hold all of these; office hours if there is nothing. */
export function hoursAround(spans: readonly Span[]): Span {
  if (spans.length === 0) return OFFICE;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.min(Math.ceil(to / HOUR) * HOUR, DAY) };
}

/** The places of a date that nothing is booked at, as far as the calendar knows, from a minute on. */
export function gapsOn(open: readonly Span[], blocks: readonly Span[], minutes: number, from: number): Span[] {
  const places = open.flatMap((span) =>
    Array.from({ length: Math.floor((span.to - span.from) / minutes) }, (_, at) => ({
      from: span.from + at * minutes,
      to: span.from + (at + 1) * minutes,
    })),
  );
  return places.filter((place) => place.from >= from && !blocks.some((one) => one.from < place.to && place.from < one.to));
}

/** The bookings of a date that have a time, those at the same time side by side. `minutes`: a place's usual length. */
export function blocksOf(bookings: readonly Booking[], minutes: number): Block[] {
  const timed = bookings
    .filter((booking) => booking.timeSlot !== null)
    .map((booking) => ({ booking, ...spanOf(booking, minutes) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
  return together(timed).flatMap(sideBySide);
}

function spanOf(booking: Booking, minutes: number): Span {
  const from = minutesOf(booking.timeSlot ?? "");
  const length = lengthOf(booking) ?? minutes;
  return { from, to: Math.min(from + length, DAY) };
}

function lengthOf({ startsAt, endsAt }: Booking): number | null {
  if (startsAt === null || endsAt === null) return null;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return minutes > 0 ? minutes : null;
}

type Timed = Span & { booking: Booking };

/** Groups of which no one overlaps with one of another group. */
function together(timed: readonly Timed[]): Timed[][] {
  const groups: Timed[][] = [];
  let end = -1;
  for (const one of timed) {
    if (one.from >= end) groups.push([]);
    groups.at(-1)?.push(one);
    end = Math.max(end, one.to);
  }
  return groups;
}

function sideBySide(group: readonly Timed[]): Block[] {
  const ends: number[] = [];
  const placed = group.map((one) => {
    const free = ends.findIndex((end) => end <= one.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = one.to;
    return { ...one, lane };
  });
  return placed.map((one) => ({ ...one, lanes: ends.length }));
}
