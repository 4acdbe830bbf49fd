import { expect, it } from "vitest";

import { cameOfWords, whatOf, whyOf } from "./words";

it("says what it was by who gave it up", () => {
  expect(whatOf({ topic: "reply.ready", service: "gateway", document: "" })).toBe("An answer to a customer could not be sent");
  expect(whatOf({ topic: "reply.ready", service: "ingest", document: "" })).toContain("noted in its conversation");
  expect(whatOf({ topic: "doc.uploaded", service: "knowledge", document: "prices.pdf" })).toContain("“prices.pdf”");
  expect(whatOf({ topic: "a.new.one", service: "gateway", document: "" })).toContain("could not be done");
});

it("says why in words for people, and leaves a program's words to the details", () => {
  expect(whyOf({ code: "unexpected", error: "KeyError: 'x'" })).not.toContain("KeyError");
  expect(whyOf({ code: "not_taken", error: "WhatsApp did not take it" })).toBe("WhatsApp did not take it.");
});

it.each([
  [{ code: "applied", message: "" }, "good", "Tried again, and handled."],
  [{ code: "done", message: "prices.pdf is searchable: 3 passages." }, "good", "3 passages."],
  [{ code: "superseded", message: "" }, "good", "no longer needed"],
  [{ code: "dead_letter", message: "boom" }, "bad", "given up again"],
  [{ code: "document_bytes_missing", message: "Upload it again" }, "bad", "refused. Upload it again."],
  [{ code: "refused", message: "" }, "bad", "Do it anew"],
  [null, "neutral", "not known yet"],
] as const)("tells what came of it: %o", (cameOf, tone, words) => {
  const told = cameOfWords(cameOf);
  expect(told.tone).toBe(tone);
  expect(told.words).toContain(words);
});
