import { expect, test } from "vitest";

import { isOfSecrets, standingOf, verdictOf } from "./check";

const token = { name: "token", ok: true, words: "" } as const;
const messages = { name: "messages", ok: true, words: "" } as const;

test("a number works when every step is fine", () => {
  expect(verdictOf({ ok: true, steps: [token, messages] }).words).toBe("Works");
});

test("that nobody wrote yet is no fault", () => {
  const silent = { ...messages, ok: false };
  expect(standingOf(silent)).toBe("waits");
  expect(verdictOf({ ok: false, steps: [token, silent] }).words).toBe("Waiting for a first message");
});

test("a fault counts more than what is not proven yet", () => {
  const steps = [{ ...token, ok: false }, { ...messages, ok: false }];
  expect(verdictOf({ ok: false, steps }).words).toBe("Needs attention");
});

test("connecting again is offered where secrets are wrong, not where nobody wrote yet", () => {
  expect(isOfSecrets({ ...token, ok: false })).toBe(true);
  expect(isOfSecrets(token)).toBe(false);
  expect(isOfSecrets({ ...messages, ok: false })).toBe(false);
});
