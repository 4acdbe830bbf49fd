import { expect, it } from "vitest";

import { isAbout, of } from "./keys";

const at = "2026-01-01T00:00:00Z";
const booked = { kind: "booking", id: "b1", at } as const;

it.each([
  ["the list of its kind", of("clinic", "booking"), true],
  ["a view of its kind", of("clinic", "booking", { first: "2026-01-01" }), true],
  ["the thing itself", of("clinic", "booking", "b1"), true],
  ["another thing", of("clinic", "booking", "b2"), false],
  ["another kind", of("clinic", "document"), false],
  ["another business", of("bakery", "booking"), false],
])("a change reads %s again: %s is %s", (_, queryKey, expected) => {
  expect(isAbout({ queryKey }, "clinic", booked)).toBe(expected);
});

it("a change of everything reads all of the business again, and of no other", () => {
  const everything = { kind: "everything", id: "", at } as const;
  expect(isAbout({ queryKey: of("clinic", "document", "d1") }, "clinic", everything)).toBe(true);
  expect(isAbout({ queryKey: of("bakery", "document") }, "clinic", everything)).toBe(false);
});
