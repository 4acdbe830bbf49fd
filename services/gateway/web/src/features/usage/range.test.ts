import { expect, it } from "vitest";

import { RANGES, rangeOf, searchOf } from "./range";

it("reads back what it writes into the address, and takes the usual range for anything else", () => {
  for (const range of RANGES) expect(rangeOf(searchOf(range).days ?? null)).toBe(range);
  for (const text of [null, "", "0", "31", "90x", "-7"]) expect(rangeOf(text)).toBe(30);
});
