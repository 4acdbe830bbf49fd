import { expect, test } from "vitest";

import { check, madeUpWord, numberOf } from "./values";

const GOOD = { phoneNumberId: "106540352242922", token: "EAAG", hasOwnApp: false, appSecret: "", verifyToken: "word" };

test("an id and a token are enough, and spaces around what was pasted do no harm", () => {
  expect(check(GOOD, false)).toEqual({});
  expect(check({ ...GOOD, token: " EAAG\n" }, false)).toEqual({});
  expect(numberOf({ ...GOOD, phoneNumberId: " 1065 ", token: " EAAG\n" })).toMatchObject({ phoneNumberId: "1065", token: "EAAG" });
});

test("a phone number in place of its id is told apart", () => {
  for (const phoneNumberId of ["+1 555 064 7351", "(555) 064", "0170/123"]) {
    expect(check({ ...GOOD, phoneNumberId }, false).phoneNumberId).toContain("the phone number itself");
  }
});

test("a token that was copied in pieces is told", () => {
  expect(check({ ...GOOD, token: "EAAG\nZBC" }, false).token).toContain("in one piece");
});

test("an app of one's own needs its two secrets, but not a second time", () => {
  const own = { ...GOOD, hasOwnApp: true, verifyToken: "" };
  expect(Object.keys(check(own, false))).toEqual(["appSecret", "verifyToken"]);
  expect(check(own, true)).toEqual({});
});

test("without an app of one's own nothing of one is sent", () => {
  expect(numberOf({ ...GOOD, appSecret: "typed, then unticked" })).toMatchObject({ appSecret: "", verifyToken: "" });
  expect(numberOf({ ...GOOD, hasOwnApp: true, appSecret: "s" })).toMatchObject({ appSecret: "s", verifyToken: "word" });
});

test("no two made-up words are the same", () => {
  expect(madeUpWord()).toMatch(/^[0-9a-f]{24}$/);
  expect(madeUpWord()).not.toBe(madeUpWord());
});
