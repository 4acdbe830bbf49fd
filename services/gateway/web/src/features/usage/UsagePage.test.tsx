import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { addDays } from "@/components/days";
import { draw, json, serve } from "@/testing/render";

import UsagePage from "./UsagePage";

const QUIET = { received: 0, answered: 0, written: 0, inputTokens: 0, outputTokens: 0, embeddingTokens: 0 };

/** So many days, the last one busy as told. */
function used(count: number, today: Partial<typeof QUIET>, languageModel = true) {
  const items = Array.from({ length: count }, (_, index) => ({
    date: addDays("2025-03-01", index),
    ...QUIET,
    ...(index === count - 1 && today),
  }));
  return { [`GET /api/v1/owners/clinic/usage?days=${count}`]: () => json({ items, next: null, languageModel }) };
}

function tile(name: string): string | null | undefined {
  return screen.getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
}

it("sums the days up, and says which share needed no person", async () => {
  serve(used(30, { received: 1240, answered: 9, written: 3, inputTokens: 500, outputTokens: 40 }));
  draw(<UsagePage />);
  await screen.findByText("Messages received");
  expect(["Messages received", "Answered by the assistant", "Replies without a person", "Tokens read"].map(tile)).toEqual([
    "1,240",
    "9",
    "75%",
    "500",
  ]);
});

it("reads as many days as the address says, and as are asked for", async () => {
  const asked = serve({ ...used(7, { received: 1 }), ...used(90, { received: 2 }) });
  draw(<UsagePage />, "/?days=7");
  await screen.findByText("Messages received");
  expect(screen.getByRole("radio", { name: "7 days" })).toHaveProperty("checked", true);
  await userEvent.click(screen.getByRole("radio", { name: "90 days" }));
  await screen.findByText("2", { selector: "dd" });
  expect(asked.map(({ path }) => path.split("?")[1])).toEqual(["days=7", "days=90"]);
});

it("goes through the days with the arrow keys, as a pointer does", async () => {
  serve(used(7, { received: 12, answered: 10, written: 1 }));
  draw(<UsagePage />, "/?days=7");
  const days = await screen.findByRole("slider", { name: "Messages" });
  days.focus();
  expect(days.getAttribute("aria-valuetext")).toMatch(
    /7.*\. Received: 12\. Answered by the assistant: 10\. Written by your team: 1$/,
  );
  await userEvent.keyboard("{ArrowLeft}");
  expect(days.getAttribute("aria-valuetext")).toMatch(/6.*\. Received: 0\./);
  await userEvent.keyboard("{Home}{ArrowLeft}");
  expect(days.getAttribute("aria-valuenow")).toBe("1");
  await userEvent.keyboard("{Escape}");
  expect(days.getAttribute("aria-valuenow")).toBe("7");
});

it("has the same numbers as a table, the latest day first", async () => {
  serve(used(7, { received: 12 }));
  draw(<UsagePage />, "/?days=7");
  await userEvent.click(await screen.findByText("Show the numbers"));
  const [, latest, before] = within(await screen.findByRole("region", { name: "Messages, as a table" })).getAllByRole("row");
  expect(latest?.textContent).toContain("7");
  expect(latest?.textContent).toMatch(/1200$/);
  expect(before?.textContent).toMatch(/000$/);
});

it.each([
  ["no model and no tokens", { received: 1 }, false, /^None\. No language model is set/],
  ["no model any more", { received: 1, inputTokens: 5 }, false, /No language model is set now/],
  ["a model that was not asked", { received: 1 }, true, /was not asked/],
  ["documents alone", { inputTokens: 5, embeddingTokens: 5 }, true, /Only new documents took tokens/],
])("says what there is to pay for with %s", async (_, today, languageModel, words) => {
  serve(used(30, today, languageModel));
  draw(<UsagePage />);
  expect(await screen.findByText(words)).toBeTruthy();
});

it("has a beginning for a business where nothing has happened yet", async () => {
  serve(used(30, {}));
  draw(<UsagePage />);
  expect(await screen.findByRole("heading", { name: "Nothing to count in these 30 days" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Write to your desk yourself" }).getAttribute("href")).toBe("/phone");
});
