import { expect, it } from "vitest";

import { conversation } from "./sample.test-data";
import { isWindowOpen, stateOf } from "./state";

const NOW = new Date("2026-03-02T12:00:00Z");

it.each([
  ["nobody holds it", {}, "Assistant"],
  ["an answer is being made", { turnOpen: true }, "Answering"],
  ["it waits for any person", { heldBy: "staff" }, "Needs a person"],
  ["the person who looks holds it", { heldBy: "me" }, "With you"],
  ["somebody else holds it", { heldBy: "ana" }, "With ana"],
  ["it was answered from the business's phone", { heldBy: "owner phone", heldUntil: "2026-03-02T20:00:00Z" }, "Your own phone"],
  ["the hold is over", { heldBy: "ana", heldUntil: "2026-03-02T12:00:00Z" }, "Assistant"],
  ["the customer said STOP, whoever holds it", { heldBy: "me", stopped: true }, "Stopped"],
])("where %s, that is said", (_, with_, label) => {
  expect(stateOf(conversation(with_), "me", NOW).label).toBe(label);
});

it.each(["The customer asked for a person.", "the customer asked for a person"])("says why a person is needed: %s", (heldReason) => {
  const waiting = conversation({ heldBy: "staff", heldReason });
  expect(stateOf(waiting, "me", NOW).words).toBe("The assistant waits for one of you. The customer asked for a person.");
});

it.each([
  ["2026-03-01T12:00:01Z", true],
  ["2026-03-01T12:00:00Z", false],
  [null, false],
])("WhatsApp takes a message for 24 hours: a customer who wrote at %s is within them: %s", (lastInboundAt, expected) => {
  expect(isWindowOpen(conversation({ lastInboundAt }), NOW)).toBe(expected);
});
