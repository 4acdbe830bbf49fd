import { expect, it } from "vitest";

import { isQuiet, percent, shareWithoutPerson, tokensOf, totalsOf } from "./totals";

const DAY = { date: "2025-01-02", received: 5, answered: 3, written: 1, inputTokens: 100, outputTokens: 9, embeddingTokens: 40 };
const QUIET = { date: "2025-01-03", received: 0, answered: 0, written: 0, inputTokens: 0, outputTokens: 0, embeddingTokens: 0 };

it("adds days up, and tells what was read from what was made searchable", () => {
  const totals = totalsOf([DAY, QUIET, DAY]);
  expect(totals).toEqual({ received: 10, answered: 6, written: 2, read: 120, said: 18, searchable: 80 });
  expect(tokensOf(totals)).toBe(218);
  expect(isQuiet(totals)).toBe(false);
  expect(isQuiet(totalsOf([QUIET]))).toBe(true);
});

it("says which share of the replies no person had to write, and nothing where there was none", () => {
  expect(shareWithoutPerson(totalsOf([DAY]))).toBe(0.75);
  expect(shareWithoutPerson(totalsOf([QUIET]))).toBeNull();
});

it("never rounds to all or to nothing", () => {
  expect([0, 0.001, 0.5, 0.874, 0.999, 1].map(percent)).toEqual(["0%", "1%", "50%", "87%", "99%", "100%"]);
});
