import { expect, it } from "vitest";

import { shownOf, those } from "./finding";
import { conversation } from "./sample.test-data";

const NOW = new Date("2026-03-02T12:00:00Z");
const ALL = [
  conversation({ conversationId: "zoe" }),
  conversation({ conversationId: "tom", heldBy: "staff" }),
  conversation({ conversationId: "ana", heldBy: "ana" }),
];

it.each([
  ["all", ["zoe", "tom", "ana"]],
  ["waiting", ["tom"]],
  ["people", ["tom", "ana"]],
] as const)("shows those of the kind “%s”", (shown, expected) => {
  expect(those(shown, ALL, NOW).map((one) => one.conversationId)).toEqual(expected);
});

it("shows all where the address says nothing that it knows", () => {
  expect([shownOf(null), shownOf("blue"), shownOf("waiting")]).toEqual(["all", "all", "waiting"]);
});
