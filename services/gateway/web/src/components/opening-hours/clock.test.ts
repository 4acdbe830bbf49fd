import { expect, test } from "vitest";

import { isBefore, timeIn } from "./clock";

test("a time is understood however it is written", () => {
  for (const text of ["9:30", "09:30", "0930", "930", "9.30", " 9:30 am", "9h30"]) expect(timeIn(text)).toBe("09:30");
  expect(timeIn("9")).toBe("09:00");
  expect(timeIn("5pm")).toBe("17:00");
  expect(timeIn("12 am")).toBe("00:00");
  expect(timeIn("12 pm")).toBe("12:00");
});

test("midnight at the day's end is a time, anything after it is none", () => {
  expect(timeIn("24:00")).toBe("24:00");
  for (const text of ["", "noon", "24:01", "25", "9:60", "13pm", "-1", "9:3"]) expect(timeIn(text)).toBeNull();
});

test("the end of the day comes after every other time", () => {
  expect(isBefore("23:59", "24:00")).toBe(true);
  expect(isBefore("10:00", "09:59")).toBe(false);
});
