import { expect, it } from "vitest";

import { barsOf, binAt, centersOf, heightOf, leftOver } from "./layout";

const BOX = { left: 40, top: 10, width: 700, height: 200 };

it.each([1, 7, 30, 90])("keeps the bars of %d bins in their order, apart from each other and inside", (count) => {
  const bars = barsOf(Array.from({ length: count }, () => [[3], [1, 1]]), BOX, 4).filter(({ part }) => part === 0);
  expect(bars).toHaveLength(2 * count);
  let edge = BOX.left;
  for (const { x, width } of bars) {
    expect(x).toBeGreaterThan(edge);
    expect(width).toBeGreaterThan(0);
    edge = x + width;
  }
  expect(edge).toBeLessThan(BOX.left + BOX.width);
});

it("stands the parts of a bar on each other, from the ground up", () => {
  const [below, above] = barsOf([[[30, 10]]], BOX, 50);
  expect(below).toMatchObject({ part: 0, y: 90, height: 120 });
  expect(above).toMatchObject({ part: 1, y: 50, height: 40 });
  expect(heightOf(40, BOX, 50)).toBe(50);
});

it("draws nothing for nothing", () => {
  expect(barsOf([[[0], [0, 2]]], BOX, 2).map(({ stack, part }) => [stack, part])).toEqual([[1, 1]]);
  expect(barsOf([], BOX, 1)).toEqual([]);
});

it("finds the bin under a pointer, and the nearest one beside the chart", () => {
  for (const [index, center] of centersOf(30, BOX).entries()) expect(binAt(center, 30, BOX)).toBe(index);
  expect(binAt(0, 30, BOX)).toBe(0);
  expect(binAt(5000, 30, BOX)).toBe(29);
});

it("keeps what stands over a place inside", () => {
  expect([leftOver(10, 100, 400), leftOver(200, 100, 400), leftOver(390, 100, 400)]).toEqual([0, 150, 300]);
});
