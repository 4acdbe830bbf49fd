import { expect, it } from "vitest";

import { addDays } from "@/components/days";

import { binned, nameOf } from "./bins";

/** Days from a Thursday on, each with its place as what was received. */
function days(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    date: addDays("2025-01-02", index),
    received: index,
    answered: 0,
    written: 0,
    inputTokens: 0,
    outputTokens: 0,
    embeddingTokens: 0,
  }));
}

it("shows each day by itself while there is room", () => {
  const bins = binned(days(30), 30);
  expect(bins).toHaveLength(30);
  expect(bins[0]).toMatchObject({ first: "2025-01-02", last: "2025-01-02" });
});

it("goes by week from Monday on where there is not, and forgets no day", () => {
  const bins = binned(days(31), 30);
  expect(bins.map(({ first, last, days }) => [first, last, days.length])).toEqual([
    ["2025-01-02", "2025-01-05", 4],
    ["2025-01-06", "2025-01-12", 7],
    ["2025-01-13", "2025-01-19", 7],
    ["2025-01-20", "2025-01-26", 7],
    ["2025-01-27", "2025-02-01", 6],
  ]);
  expect(bins.flatMap((bin) => bin.days)).toEqual(days(31));
});

it("names a day by its weekday and a week by its ends", () => {
  const [week] = binned(days(4), 1);
  if (!week) throw new Error("there is no week");
  expect(nameOf(week)).toMatch(/2.+5/);
  const [day] = binned(days(1), 1);
  if (!day) throw new Error("there is no day");
  expect(nameOf(day)).toMatch(/Thursday/);
});
