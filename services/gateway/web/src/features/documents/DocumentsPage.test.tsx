import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import DocumentsPage from "./DocumentsPage";

const LIST = "/api/v1/owners/clinic/documents";
const TAKES = { extensions: [".pdf", ".md"], mimeTypes: [], bytesMax: 1024, words: "PDF or Markdown" };
const PRICES = {
  sourceId: "clinic:prices",
  name: "prices.md",
  category: "knowledge",
  status: "indexed",
  progress: 100,
  reason: "",
  code: "",
  chunks: 4,
  size: 575,
  mimeType: "text/markdown",
  language: "en",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
};
const SCAN = { ...PRICES, sourceId: "clinic:scan", name: "scan.pdf", status: "failed", reason: "It holds pictures, no text." };

function listing(...items: object[]) {
  return { [`GET ${LIST}`]: () => json({ items, next: null, takes: TAKES }) };
}

it("shows each document, how far it is, and why one cannot be read", async () => {
  serve(listing(PRICES, SCAN));
  draw(<DocumentsPage />);
  const rows = await screen.findAllByRole("listitem");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("prices.mdReady575 bytes · 4 passages"),
    expect.stringContaining("It holds pictures, no text."),
  ]);
});

it("refuses what cannot be read before it is sent, and sends the rest", async () => {
  const asked = serve({ ...listing(), [`POST ${LIST}`]: () => json(PRICES, 202) });
  draw(<DocumentsPage />);
  await screen.findByText("Drop documents here");
  const files = [new File(["x"], "menu.png"), new File(["# Prices"], "prices.md"), new File(["x".repeat(2000)], "big.pdf")];
  const [box] = document.querySelectorAll<HTMLInputElement>("input[type=file]");
  if (!box) throw new Error("there is no place to choose files");
  await userEvent.upload(box, files, { applyAccept: false });
  const refused = await screen.findByRole("alert");
  expect(refused.textContent).toContain("2 files were not taken");
  expect(refused.textContent).toContain("menu.png: This is not a kind of file that can be read. Upload PDF or Markdown.");
  await waitFor(() => expect(asked.filter((one) => one.method === "POST")).toHaveLength(1));
  expect((asked.find((one) => one.method === "POST")?.body as FormData).get("file")).toHaveProperty("name", "prices.md");
});

it("removes a document only when that is confirmed, and says why if it cannot", async () => {
  const asked = serve({
    ...listing(PRICES),
    [`DELETE ${LIST}/clinic%3Aprices`]: () => problem(500, "given_up", "The knowledge service could not do this."),
  });
  draw(<DocumentsPage />);
  await userEvent.click(await screen.findByRole("button", { name: "What to do with prices.md" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove this document?" });
  expect(asked.some((one) => one.method === "DELETE")).toBe(false);
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
  expect(await within(dialog).findByText("The knowledge service could not do this.")).toBeTruthy();
});

it("shows the answer to a question with the passages it was made from, markup as text", async () => {
  const passages = [{ source: "prices.md", heading: "Prices", page: null, content: "<b>60 euro</b>", score: 0.89, lexical: 3 }];
  const tried = { text: "60 euro.", sure: true, sources: [], passages, seconds: { retrieve: 0.004 } };
  serve({ ...listing(PRICES), "POST /api/v1/owners/clinic/questions": () => json(tried) });
  draw(<DocumentsPage />);
  await userEvent.type(screen.getByRole("textbox", { name: "Question" }), "How much?{Enter}");
  expect(await screen.findByText("60 euro.")).toBeTruthy();
  expect(screen.getByText("<b>60 euro</b>")).toBeTruthy();
  expect(screen.getByText("meaning 0.89 · words 3.0")).toBeTruthy();
});
