import { expect, it } from "vitest";

import { found } from "./finding";
import { conversation } from "./sample.test-data";

const NOW = new Date("2026-03-02T12:00:00Z");
const ALL = [
  conversation({ conversationId: "zoe" }),
  conversation({ conversationId: "tom", name: "Tom", phone: "447700900002", heldBy: "staff", last: null }),
  conversation({ conversationId: "ana", name: "Ana", phone: "447700900003", heldBy: "ana", last: null }),
];

function ids(find: string, shown: Parameters<typeof found>[2] = "all"): string[] {
  return found(ALL, find, shown, NOW).map((one) => one.conversationId);
}

it.each([
  ["", ["zoe", "tom", "ana"]],
  ["zoe", ["zoe"]],
  ["CLEANING  keller", ["zoe"]],
  ["+447700900002", ["tom"]],
  ["nobody", []],
])("looking for “%s” finds %s", (find, expected) => {
  expect(ids(find)).toEqual(expected);
});

it("shows those that need a person, and those that people have", () => {
  expect(ids("", "waiting")).toEqual(["tom"]);
  expect(ids("", "people")).toEqual(["tom", "ana"]);
});
