import { expect, test } from "vitest";

import { rebased } from "./rebase";

const BASE = { name: "Clinic", phone: "1", days: { monday: { opens: "09:00", closes: "17:00" } } };

test("what I did not touch is taken from the newer version", () => {
  const mine = { ...BASE, phone: "2" };
  const theirs = { ...BASE, name: "City Clinic" };
  expect(rebased(BASE, mine, theirs)).toEqual({ ...BASE, name: "City Clinic", phone: "2" });
});

test("where both changed the same, mine stays", () => {
  expect(rebased(BASE, { ...BASE, name: "Mine" }, { ...BASE, name: "Theirs" }).name).toBe("Mine");
});

test("a field inside another is brought together by itself", () => {
  const mine = { ...BASE, days: { monday: { opens: "08:00", closes: "17:00" } } };
  const theirs = { ...BASE, days: { monday: { opens: "09:00", closes: "18:00" } } };
  expect(rebased(BASE, mine, theirs).days.monday).toEqual({ opens: "08:00", closes: "18:00" });
});
