import { expect, it } from "vitest";

import { byDay, dayOf } from "./moments";

const NOW = new Date(2026, 2, 2, 0, 30);

function local(day: number, hour: number): string {
  return new Date(2026, 2, day, hour).toISOString();
}

it("names a day by the calendar, not by hours that have passed", () => {
  expect(dayOf(local(2, 0), NOW)).toBe("Today");
  expect(dayOf(local(1, 23), NOW)).toBe("Yesterday");
  expect(dayOf(new Date(2026, 1, 27).toISOString(), NOW)).toMatch(/27/);
});

it("puts what follows each other on one day together, in order", () => {
  const groups = byDay([local(1, 8), local(1, 9), local(2, 0)], (moment) => moment, NOW);
  expect(groups.map(({ day, items }) => [day, items.length])).toEqual([
    ["Yesterday", 2],
    ["Today", 1],
  ]);
});
