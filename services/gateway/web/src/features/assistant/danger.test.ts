import { expect, test } from "vitest";

import { check, linesOf, phrasesIn } from "./danger";

const VALUES = { enabled: true, words: "", contact: "" };

test("a phrase stands on a line of its own, tidied and once", () => {
  expect(phrasesIn("  brace is   stuck \n\nface is swollen\nbrace is stuck\n")).toEqual(["brace is stuck", "face is swollen"]);
  expect(phrasesIn(" \n ")).toEqual([]);
});

test("what is wrong with a phrase is said with the phrase", () => {
  expect(check({ ...VALUES, words: "brace is stuck\nbc" })).toEqual({
    words: "“bc” is too short: at least 3 characters, or it is found everywhere.",
  });
  expect(check({ ...VALUES, words: "x".repeat(81) })).toEqual({
    words: `“${"x".repeat(30)}…” is too long: at most 80 characters a line.`,
  });
  expect(check({ ...VALUES, words: "😀".repeat(80) })).toEqual({});
});

test("there is room for a hundred phrases", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `phrase ${at}`).join("\n");
  expect(check({ ...VALUES, words: lines(100) })).toEqual({});
  expect(check({ ...VALUES, words: lines(101) })).toEqual({ words: "These are 101 lines; there is room for 100." });
});

test("how one is reached has an end, too", () => {
  expect(check({ ...VALUES, contact: ` ${"1".repeat(200)} ` })).toEqual({});
  expect(check({ ...VALUES, contact: "1".repeat(202) })).toEqual({ contact: "This is 2 characters too long." });
});

test("two versions are told apart in words", () => {
  expect(linesOf({ enabled: false, words: "a b c\nd e f", contact: "112" })).toEqual([
    ["Goes to a person", "No"],
    ["Your own words", "a b c, d e f"],
    ["How you are reached", "112"],
  ]);
});
