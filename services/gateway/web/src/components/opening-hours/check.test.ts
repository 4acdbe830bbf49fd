import { expect, test } from "vitest";

import { check } from "./check";
import { DAYS, daysLike, firstOpen, hoursInWords, scheduleOf, type Hours, type Values, valuesOf } from "./values";

const OPEN: Hours = { enabled: true, startTime: "09:00", endTime: "17:00", breakStart: "", breakEnd: "" };

function week(monday: Partial<Hours> = {}, more: Partial<Values> = {}): Values {
  const days = Object.fromEntries(DAYS.map((name) => [name, OPEN])) as Values["days"];
  return {
    enabled: true,
    bookingType: "slot",
    slotDuration: 30,
    maxTokensPerDay: 40,
    dynamicAllocation: false,
    timezone: "Europe/Berlin",
    days: { ...days, monday: { ...OPEN, ...monday } },
    ...more,
  };
}

test("a week with and without a break has nothing wrong", () => {
  expect(check(week())).toEqual({});
  expect(check(week({ breakStart: "12:00", breakEnd: "13" }))).toEqual({});
});

test.each([
  [{ startTime: "soon" }, "startTime"],
  [{ endTime: "25:00" }, "endTime"],
  [{ endTime: "09:00" }, "endTime"],
  [{ breakStart: "12:00" }, "breakEnd"],
  [{ breakEnd: "12:00" }, "breakStart"],
  [{ breakStart: "13:00", breakEnd: "12:00" }, "breakEnd"],
  [{ breakStart: "08:00", breakEnd: "10:00" }, "breakStart"],
])("%j is wrong at its field, named as the server names it", (monday, field) => {
  expect(Object.keys(check(week(monday)))).toEqual([`days.monday.${field}`]);
});

test("numbers are whole and within bounds", () => {
  expect(Object.keys(check(week({}, { slotDuration: "", maxTokensPerDay: 1001 })))).toEqual([
    "slotDuration",
    "maxTokensPerDay",
  ]);
});

test("what is sent has times as the server writes them, and no break where none is typed", () => {
  const [monday] = scheduleOf(week({ startTime: "9", endTime: "5pm" })).days;
  expect(monday).toMatchObject({ startTime: "09:00", endTime: "17:00", breakStart: null, breakEnd: null });
});

test("what the server sends comes back as it was", () => {
  const sent = scheduleOf(week({ breakStart: "12:00", breakEnd: "13:00" }));
  expect(scheduleOf(valuesOf({ ...sent, updatedAt: "1", noLongerFit: [], noLongerFitCount: 0 }))).toEqual(sent);
});

test("hours are said in words", () => {
  expect(hoursInWords({ ...OPEN, breakStart: "12:00", breakEnd: "13:00" })).toBe("09:00–17:00, break 12:00–13:00");
  expect(hoursInWords({ ...OPEN, enabled: false })).toBe("closed");
});

test("the hours of one day go to every open one", () => {
  const { days } = week({ startTime: "08:00" });
  const copied = daysLike({ ...days, sunday: { ...OPEN, enabled: false } }, "monday");
  expect(copied.tuesday).toEqual(copied.monday);
  expect(copied.sunday.enabled).toBe(false);
  expect(firstOpen({ ...days, monday: { ...OPEN, enabled: false } })).toBe("tuesday");
});
