import { expect, test } from "vitest";

import { ApiError, Unreachable } from "@/api/problem";

import { byDate, freeIn, inPlaceWords, timeToBook } from "./places";

const PLACES = [at("2025-03-03", "10:00"), at("2025-03-04", "09:00"), at("2025-03-03", "11:00")];

function at(date: string, time: string) {
  return { date, time, number: null, ahead: null };
}

test("a refusal tells the nearest places, another error none", () => {
  const problem = { type: "urn:frontdesk:problem:slot_taken", title: "taken", status: 409, detail: "Taken.", free: PLACES };
  expect(freeIn(new ApiError(problem))).toEqual(PLACES);
  expect(freeIn(new ApiError({ ...problem, free: undefined }))).toEqual([]);
  expect(freeIn(new Unreachable())).toEqual([]);
});

test("places stand under their date", () => {
  expect(byDate(PLACES).map(([date, places]) => [date, places.length])).toEqual([
    ["2025-03-03", 2],
    ["2025-03-04", 1],
  ]);
});

test("a number says how many are before it, and is not booked at a time", () => {
  const seventh = { date: "2025-03-03", time: "10:30", number: 7, ahead: 3 };
  expect(inPlaceWords(seventh)).toBe("Number 7, 3 before it");
  expect(inPlaceWords({ ...seventh, number: 1, ahead: 0 })).toBe("Number 1, the first");
  expect(timeToBook(seventh)).toBe("");
  expect(timeToBook({ ...seventh, number: null })).toBe("10:30");
});
