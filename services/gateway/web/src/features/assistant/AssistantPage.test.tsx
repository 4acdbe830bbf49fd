import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import AssistantPage from "./AssistantPage";

const PATH = "/api/v1/owners/clinic/assistant";
const DANGER = "/api/v1/owners/clinic/danger";
const SHOWN = { updatedAt: "2025-03-01T10:00:00Z", context: "Be brief.", model: "", languageModel: false };
const NEWER = { ...SHOWN, updatedAt: "2025-03-01T11:00:00Z", context: "Be warm." };
const WORDS = { updatedAt: "1970-01-01T00:00:00Z", enabled: true, words: [], contact: "" };

beforeEach(() => sessionStorage.clear());

const words = () => screen.findByRole("textbox", { name: "In your words" });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

test("without a language model it is said that nobody reads the instructions, and how to have one", async () => {
  serve({ [`GET ${PATH}`]: () => json(SHOWN), [`GET ${DANGER}`]: () => json(WORDS) });
  draw(<AssistantPage />);
  expect(await screen.findByRole("heading", { name: "The offline assistant answers" })).toBeTruthy();
  expect(screen.getByText("It does not read the instructions below.")).toBeTruthy();
  expect(screen.getByText("CO_API_KEY")).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Name" })).toBeNull();
});

test("with a language model it can be named", async () => {
  const asked = serve({
    [`GET ${DANGER}`]: () => json(WORDS),
    [`GET ${PATH}`]: () => json({ ...SHOWN, languageModel: true }),
    [`PUT ${PATH}`]: ({ body }) => json({ ...SHOWN, languageModel: true, ...(body as object), updatedAt: NEWER.updatedAt }),
  });
  draw(<AssistantPage />);
  expect(await screen.findByRole("heading", { name: "A language model answers" })).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "command-r");
  await save();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save" })).toBeNull());
  const sent = asked.find(({ method }) => method === "PUT");
  expect(sent?.body).toEqual({ context: "Be brief.", model: "command-r" });
  expect(sent?.headers.get("If-Match")).toBe(`"${SHOWN.updatedAt}"`);
});

test("an example is added with a click, once, and counted", async () => {
  serve({ [`GET ${PATH}`]: () => json(SHOWN), [`GET ${DANGER}`]: () => json(WORDS) });
  draw(<AssistantPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Add: Form of address" }));
  expect(((await words()) as HTMLTextAreaElement).value).toBe("Be brief.\nAddress customers formally, in every language.");
  expect(screen.getByText("56 of 8,000 characters")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Added: Form of address" }));
  expect(screen.getByText("56 of 8,000 characters")).toBeTruthy();
});

test("what is longer than is kept is said at the field, whole, and nothing is sent", async () => {
  const asked = serve({ [`GET ${PATH}`]: () => json(SHOWN), [`GET ${DANGER}`]: () => json(WORDS) });
  draw(<AssistantPage />);
  fireEvent.change(await words(), { target: { value: "x".repeat(8003) } });
  await save();
  expect(screen.getByText("This is 3 characters too long.")).toBeTruthy();
  expect(((await words()) as HTMLTextAreaElement).value).toHaveLength(8003);
  expect(asked.every(({ method }) => method === "GET")).toBe(true);
});

test("a stale edit shows both versions, and loses neither", async () => {
  serve({
    [`GET ${DANGER}`]: () => json(WORDS),
    [`GET ${PATH}`]: () => json(SHOWN),
    [`PUT ${PATH}`]: ({ body }) => problem(412, "stale", "It was changed.", { current: NEWER, yours: body }),
  });
  draw(<AssistantPage />);
  fireEvent.change(await words(), { target: { value: "Be formal." } });
  await save();
  expect(await screen.findByRole("row", { name: "Instructions Be warm. Be formal." })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Take what is saved now" }));
  expect(((await words()) as HTMLTextAreaElement).value).toBe("Be warm.");
});

test("what is typed into the instructions is saved alone: the signs of danger beside them are a matter of their own", async () => {
  const asked = serve({
    [`GET ${DANGER}`]: () => json(WORDS),
    [`GET ${PATH}`]: () => json(SHOWN),
    [`PUT ${PATH}`]: ({ body }) => json({ ...SHOWN, ...(body as object), updatedAt: NEWER.updatedAt }),
  });
  draw(<AssistantPage />);
  expect(await screen.findByRole("heading", { name: "Signs of danger" })).toBeTruthy();
  fireEvent.change(await words(), { target: { value: "Be formal." } });
  await save();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save" })).toBeNull());
  expect(asked.filter(({ method }) => method === "PUT").map(({ path }) => path)).toEqual([PATH]);
});
