import { expect, test } from "vitest";

import { actsOf, canMove, phoneOf, placeOf } from "./statuses";

const NOW = new Date("2025-03-03T08:00:00Z");

test("nobody is marked as come or missed days ahead, but on the day, before the time too", () => {
  const confirmed = { status: "confirmed" as const };
  expect(actsOf({ ...confirmed, startsAt: "2025-03-05T09:00:00Z" }, NOW)).toEqual(["cancel"]);
  expect(actsOf({ ...confirmed, startsAt: "2025-03-03T09:00:00Z" }, NOW)).toEqual(["complete", "no_show", "cancel"]);
  expect(actsOf({ ...confirmed, startsAt: null }, NOW)).toContain("complete");
});

test("what waits for an answer can be confirmed or declined, what is closed is left alone", () => {
  expect(actsOf({ status: "pending", startsAt: "2025-03-05T09:00:00Z" }, NOW)).toEqual(["confirm", "decline", "cancel"]);
  for (const status of ["declined", "cancelled", "completed", "no_show", "expired"] as const) {
    expect(actsOf({ status, startsAt: null }, NOW)).toEqual([]);
  }
});

test("a booking is moved while it is still to come", () => {
  expect(canMove({ status: "confirmed", endsAt: "2025-03-03T09:00:00Z" }, NOW)).toBe(true);
  expect(canMove({ status: "confirmed", endsAt: "2025-03-03T07:30:00Z" }, NOW)).toBe(false);
  expect(canMove({ status: "cancelled", endsAt: null }, NOW)).toBe(false);
});

test("a place is a time or a number", () => {
  expect(placeOf({ timeSlot: "10:30", tokenNumber: null })).toBe("10:30");
  expect(placeOf({ timeSlot: null, tokenNumber: 7 })).toBe("Number 7");
});

test.each([
  ["a customer of WhatsApp", { phone: "15550100001", conversationId: "c-1" }, "+15550100001"],
  ["one whose number has its plus", { phone: "+15550100001", conversationId: "c-1" }, "+15550100001"],
  ["one whose number was typed at the desk", { phone: "13812345678", conversationId: "" }, "13812345678"],
  ["one without a number", { phone: "", conversationId: "c-1" }, ""],
])("the number of %s is one that can be called", (_, booking, expected) => {
  expect(phoneOf(booking)).toBe(expected);
});
