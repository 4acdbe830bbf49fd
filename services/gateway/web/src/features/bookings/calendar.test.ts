import { expect, test } from "vitest";

import type { Booking } from "./api/list-bookings";
import { blocksOf, gapsOn, hoursAround, openOn } from "./calendar";

const SCHEDULE = {
  days: [
    {
      dayName: "monday" as const,
      enabled: true,
      startTime: "09:00",
      endTime: "24:00",
      breakStart: "12:00",
      breakEnd: "13:30",
    },
    { dayName: "tuesday" as const, enabled: false, startTime: "09:00", endTime: "17:00", breakStart: null, breakEnd: null },
  ],
};

function booked(bookingId: string, timeSlot: string | null, minutes?: number): Booking {
  const startsAt = "2025-03-03T09:00:00Z";
  const endsAt = minutes ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null;
  return { bookingId, timeSlot, startsAt, endsAt } as Booking;
}

function lanes(...bookings: Booking[]) {
  return blocksOf(bookings, 30).map(({ booking, lane, lanes }) => [booking.bookingId, lane, lanes]);
}

test("a break parts the day in two, a closed day has no hours", () => {
  expect(openOn("2025-03-03", SCHEDULE)).toEqual([
    { from: 540, to: 720 },
    { from: 810, to: 1440 },
  ]);
  expect(openOn("2025-03-04", SCHEDULE)).toEqual([]);
  expect(openOn("2025-03-05", SCHEDULE)).toEqual([]);
});

test("the hours shown are whole and hold everything, up to the day's end", () => {
  expect(hoursAround([{ from: 555, to: 600 }, { from: 700, to: 1435 }])).toEqual({ from: 540, to: 1440 });
  expect(hoursAround([])).toEqual({ from: 540, to: 1020 });
});

test("a booking is as long as it was booked for, else as a place is now", () => {
  const [short, long] = blocksOf([booked("a", "09:00"), booked("b", "10:00", 45)], 30);
  expect(short).toMatchObject({ from: 540, to: 570 });
  expect(long).toMatchObject({ from: 600, to: 645 });
});

test("bookings at the same time stand side by side, others have the whole width", () => {
  expect(lanes(booked("a", "09:00", 60), booked("b", "09:30"), booked("c", "10:00"))).toEqual([
    ["a", 0, 2],
    ["b", 1, 2],
    ["c", 0, 1],
  ]);
});

test("what can still be pressed to book lies ahead, in opening hours, beside what is booked", () => {
  const open = [
    { from: 540, to: 650 },
    { from: 720, to: 780 },
  ];
  const gaps = gapsOn(open, blocksOf([booked("a", "09:30", 45)], 30), 30, 545);
  expect(gaps.map(({ from }) => from)).toEqual([720, 750]);
  expect(gapsOn(open, [], 30, 0).map(({ from }) => from)).toEqual([540, 570, 600, 720, 750]);
});

test("what has no time is not among the blocks", () => {
  expect(lanes(booked("a", null))).toEqual([]);
});
