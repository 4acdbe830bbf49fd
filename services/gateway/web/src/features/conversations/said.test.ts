import { expect, it } from "vitest";

import { attachmentOf, deliveryOf, saidBy } from "./said";
import { message } from "./sample.test-data";

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
  const media = { id: "f1", mime: "image/jpeg", filename: "tooth.jpg" };
  expect(attachmentOf(message({ kind: "image", media, content: "" }))).toBe("Photo · tooth.jpg");
  expect(attachmentOf(message({ kind: "poll", content: "" }))).toBe("A kind of message that cannot be read here");
  expect(attachmentOf(message())).toBeNull();
});

it("says in words what came of a message, and nothing of a customer's", () => {
  expect(deliveryOf(message({ role: "staff", delivery: "failed" }))?.words).toBe("Not delivered");
  expect(deliveryOf(message())).toBeNull();
});
