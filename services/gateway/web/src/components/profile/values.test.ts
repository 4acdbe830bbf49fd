import { expect, test } from "vitest";

import { check } from "./values";

const GOOD = {
  businessName: "City Clinic",
  businessType: "",
  contactPhone: "",
  contactEmail: "desk@example.com",
  description: "",
};

test("a name is all that a profile needs", () => {
  expect(check(GOOD)).toEqual({});
  expect(check({ ...GOOD, contactEmail: "" })).toEqual({});
  expect(check({ ...GOOD, businessName: "  " })).toEqual({ businessName: "A business needs a name." });
});

test("what is no mail address is said at its field", () => {
  for (const contactEmail of ["desk", "desk@", "desk@example", "a b@example.com"]) {
    expect(Object.keys(check({ ...GOOD, contactEmail }))).toEqual(["contactEmail"]);
  }
});

test("a text longer than is kept says how long it is", () => {
  expect(check({ ...GOOD, contactPhone: "1".repeat(41) }).contactPhone).toContain("41");
});
