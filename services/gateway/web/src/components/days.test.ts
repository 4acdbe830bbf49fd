import { expect, test } from "vitest";

import { addDays, isDay, minutesIn, minutesOf, timeOf, todayIn, weekOf } from "./days";

test("a week begins on Monday, whatever day of it is asked for", () => {
  const week = ["2025-02-24", "2025-02-25", "2025-02-26", "2025-02-27", "2025-02-28", "2025-03-01", "2025-03-02"];
  for (const day of week) expect(weekOf(day)).toEqual(week);
});

test("days are counted across months, leap years and the change of clocks", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2025-03-30", 1)).toBe("2025-03-31");
  expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
});

test("today and the time are those of the business, not of the browser", () => {
  const moment = new Date("2025-03-01T23:30:00Z");
  expect(todayIn("Asia/Kolkata", moment)).toBe("2025-03-02");
  expect(todayIn("America/New_York", moment)).toBe("2025-03-01");
  expect(minutesIn("Asia/Kolkata", moment)).toBe(5 * 60);
});

test("a date in the address that no calendar has is none", () => {
  expect(isDay("2025-03-01")).toBe(true);
  for (const text of [null, "", "today", "2025-02-30", "2025-13-01", "2025-3-1"]) expect(isDay(text)).toBe(false);
});

test("times are minutes since midnight and back, to the end of the day", () => {
  expect(minutesOf("09:30")).toBe(570);
  expect(timeOf(570)).toBe("09:30");
  expect(timeOf(minutesOf("24:00"))).toBe("24:00");
});
