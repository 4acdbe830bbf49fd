import { expect, test } from "vitest";

import { check, EMPTY, isBlank, textOf } from "./text-values";

test("only what was answered is in the text, under headings of its own", () => {
  const { text } = textOf({ ...EMPTY, offer: " Tea 2 euro ", before: "Bring a cup." }, []);
  expect(text).toBe("# What we offer, and what it costs\n\nTea 2 euro\n\n# What to know before a visit\n\nBring a cup.");
});

test("answers given later do not take the place of earlier ones", () => {
  const { name } = textOf({ ...EMPTY, offer: "Tea" }, []);
  expect(textOf({ ...EMPTY, offer: "Tea" }, [name]).name).toBe(`${name} 2`);
  expect(textOf({ ...EMPTY, offer: "Tea" }, [name, `${name} 2`]).name).toBe(`${name} 3`);
});

test("a pasted text needs a name to be found again", () => {
  const pasted = { ...EMPTY, way: "text", text: "Tea 2 euro" } as const;
  expect(Object.keys(check(pasted))).toEqual(["name"]);
  expect(check({ ...pasted, name: "Prices" })).toEqual({});
  expect(textOf({ ...pasted, name: " Prices " }, ["Prices"])).toEqual({ name: "Prices", text: "Tea 2 euro" });
});

test("spaces are nothing to add", () => {
  expect(isBlank({ ...EMPTY, offer: " \n" })).toBe(true);
  expect(isBlank({ ...EMPTY, way: "text", offer: "Tea", text: " " })).toBe(true);
  expect(isBlank({ ...EMPTY, place: "Here" })).toBe(false);
});
