import { expect, it } from "vitest";

import { attachmentOf, deliveryOf, lineOf, saidBy, toldIn } from "./said";
import { file, message } from "./sample.test-data";

it.each([
  ["customer", "", "Zoë"],
  ["assistant", "assistant", "Assistant"],
  ["assistant", "booking", "Bookings"],
  ["staff", "me", "You"],
  ["staff", "ana", "ana"],
  ["staff", "staff", "Staff"],
] as const)("a message of %s “%s” is said by %s", (role, author, expected) => {
  expect(saidBy(message({ role, author }), "Zoë", "me")).toBe(expected);
});

it("says what came where there is no text to read", () => {
  const media = file({ filename: "tooth.jpg" });
  expect(attachmentOf(message({ kind: "image", media, content: "[image] My tooth" }))).toBe("Photo · tooth.jpg");
  expect(attachmentOf(message({ kind: "poll", content: "[poll]" }))).toBe("A kind of message that cannot be read here");
  expect(attachmentOf(message())).toBeNull();
});

it("says in words what came of a message, and nothing of a customer's", () => {
  expect(deliveryOf(message({ role: "staff", delivery: "failed" }))?.words).toBe("Not delivered");
  expect(deliveryOf(message())).toBeNull();
});

it.each([
  ["a caption without the kind before it", { kind: "image", content: "[image] My tooth" }, "My tooth", []],
  ["words as they are, whatever they look like", { content: "[image] is broken" }, "[image] is broken", []],
  ["an answer with what was offered", { role: "assistant", content: "Book it?", choices: ["Yes"] }, "Book it?", ["Yes"]],
  ["an older answer, whose text held it", { role: "assistant", content: "At ten?\nSure?\n[Yes]\n[No]" }, "At ten?\nSure?", ["Yes", "No"]],
  ["a person's words, which offer nothing", { role: "staff", content: "See\n[1]" }, "See\n[1]", []],
  ["an answer of nothing but such lines", { role: "assistant", content: "[Yes]" }, "[Yes]", []],
] as const)("tells %s", (_, with_, text, choices) => {
  expect(toldIn(message(with_))).toEqual({ text, choices });
});

it.each([
  ["customer", "[image] My tooth", "Photo · My tooth"],
  ["customer", "[audio]", "Voice message"],
  ["customer", "[sic] so it is", "[sic] so it is"],
  ["assistant", "At ten?\n[Yes, book it]", "At ten?"],
] as const)("says in a line what a %s said last: %s", (role, content, expected) => {
  expect(lineOf({ role, content, at: "2026-03-02T11:00:00Z" })).toBe(expected);
});
