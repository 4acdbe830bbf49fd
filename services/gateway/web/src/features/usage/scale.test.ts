import { expect, it } from "vitest";

import { centersOf } from "./layout";
import { labelsUnder, ticksFor } from "./scale";

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [40, [0, 10, 20, 30, 40]],
  [41, [0, 20, 40, 60]],
  [1234, [0, 500, 1000, 1500]],
])("counts to %d in round whole numbers", (most, ticks) => {
  expect(ticksFor(most)).toEqual(ticks);
});

it("reaches over whatever there is in few steps", () => {
  for (let most = 1; most < 3_000_000; most = Math.ceil(most * 1.37)) {
    const ticks = ticksFor(most);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every(Number.isInteger)).toBe(true);
  }
});

it("lets no two labels touch nor one reach over an edge, on any screen", () => {
  for (const width of [200, 260, 326, 500, 832, 1280]) {
    for (const count of [1, 2, 7, 13, 14, 30, 90]) {
      const box = { left: 30, top: 0, width: width - 30, height: 100 };
      const labels = labelsUnder(centersOf(count, box), { left: 0, right: width, width: 44, gap: 8 });
      expect(labels.at(-1)?.index).toBe(count - 1);
      for (const [place, { x }] of labels.entries()) {
        expect(x - 22).toBeGreaterThanOrEqual(0);
        expect(x + 22).toBeLessThanOrEqual(width);
        const before = labels[place - 1];
        if (before) expect(x - before.x).toBeGreaterThanOrEqual(52);
      }
    }
  }
});

it("leaves no more room between labels than it must", () => {
  const box = { left: 0, top: 0, width: 700, height: 100 };
  expect(labelsUnder(centersOf(7, box), { left: 0, right: 700, width: 44, gap: 8 })).toHaveLength(7);
});
