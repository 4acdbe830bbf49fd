import { expect, test } from "vitest";

import { EXAMPLES, withExample } from "./examples";
import { CHARACTERS_MAX, charactersIn, check } from "./values";

test("characters are counted as the server counts them", () => {
  expect(charactersIn("né 👋🏽")).toBe(5);
});

test("what is too long is said at its field, with by how much", () => {
  expect(check({ context: "x".repeat(CHARACTERS_MAX.context), model: "" })).toEqual({});
  expect(check({ context: "x".repeat(CHARACTERS_MAX.context + 1), model: "" })).toEqual({
    context: "This is 1 character too long.",
  });
  expect(Object.keys(check({ context: "", model: "x".repeat(101) }))).toEqual(["model"]);
});

test("an example stands on a line of its own", () => {
  const [first, second] = EXAMPLES;
  if (!first || !second) throw new Error("There are examples.");
  expect(withExample("", first)).toBe(first.words);
  expect(withExample("Be brief. \n\n", second)).toBe(`Be brief.\n${second.words}`);
});
