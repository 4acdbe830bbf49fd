import { expect, it } from "vitest";

import { digitsOf, nameProblem, nextPlayer, numberProblem } from "./player";

it("makes up somebody who is not played yet", () => {
  const first = nextPlayer([]);
  const second = nextPlayer([first]);
  expect(second.customer).not.toBe(first.customer);
  expect(second.name).not.toBe(first.name);
  expect(numberProblem(second.customer)).toBeNull();
});

it("takes a number as people write it", () => {
  expect(digitsOf("+44 (7700) 900-001")).toBe("447700900001");
});

it.each(["1234", "123456789012345678901", "44x77", ""])("refuses the number “%s” in words", (number) => {
  expect(numberProblem(number)).toContain("5 to 20 digits");
});

it("asks for a name", () => {
  expect(nameProblem("  ")).toBe("Give the customer a name.");
  expect(nameProblem("Ana")).toBeNull();
});
