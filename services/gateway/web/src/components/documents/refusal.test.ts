import { expect, it } from "vitest";

import { refusalOf } from "./refusal";

const TAKES = { extensions: [".pdf", ".txt"], mimeTypes: ["application/pdf"], bytesMax: 1024 * 1024, words: "PDF or plain text" };

it.each([
  ["a file of a kind that is read", { name: "Prices.PDF", size: 10, type: "" }, null],
  ["a file without an ending, by its type", { name: "prices", size: 10, type: "application/pdf" }, null],
  ["a picture", { name: "menu.png", size: 10, type: "image/png" }, "Upload PDF or plain text."],
  ["an empty file", { name: "prices.txt", size: 0, type: "text/plain" }, "The file is empty."],
  ["a file that is too large", { name: "prices.pdf", size: 2 * 1024 * 1024, type: "" }, "It has 2 MB; at most 1 MB"],
  ["a file that is a byte too large", { name: "prices.pdf", size: 1024 * 1024 + 1, type: "" }, "It has just over 1 MB; at most 1 MB"],
])("%s", (_, file, expected) => {
  const words = refusalOf(file, TAKES);
  if (expected === null) expect(words).toBeNull();
  else expect(words).toContain(expected);
});
