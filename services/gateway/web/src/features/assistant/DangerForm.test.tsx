import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import { DangerForm } from "./DangerForm";

const PATH = "/api/v1/owners/clinic/danger";
const SHOWN = { updatedAt: "2025-03-01T10:00:00Z", enabled: true, words: ["brace is stuck"], contact: "" };
const NEWER = { ...SHOWN, updatedAt: "2025-03-01T11:00:00Z", contact: "Dr. Roth, +49 30 1" };

beforeEach(() => sessionStorage.clear());

const words = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your own words" });
const contact = () => screen.getByRole<HTMLInputElement>("textbox", { name: "How you are reached then" });
const handed = () => screen.getByRole<HTMLInputElement>("switch", { name: /^Hand signs of danger to a person/ });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

test("it says what a sign of danger does, and what counts as one", () => {
  draw(<DangerForm danger={SHOWN} />);
  expect(screen.getByRole("region", { name: "Signs of danger" }).textContent).toContain("goes to a person at once");
  expect(handed().checked).toBe(true);
  expect(words().value).toBe("brace is stuck");
});

test("what is changed is saved whole, as the version that was edited", async () => {
  const asked = serve({
    [`PUT ${PATH}`]: ({ body }) => json({ ...SHOWN, ...(body as object), updatedAt: NEWER.updatedAt }),
  });
  draw(<DangerForm danger={SHOWN} />);
  fireEvent.change(words(), { target: { value: "brace is stuck\n face is  swollen \n" } });
  await userEvent.type(contact(), "Dr. Roth");
  await userEvent.click(handed());
  await save();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save" })).toBeNull());
  const sent = asked.find(({ method }) => method === "PUT");
  expect(sent?.body).toEqual({ enabled: false, words: ["brace is stuck", "face is swollen"], contact: "Dr. Roth" });
  expect(sent?.headers.get("If-Match")).toBe(`"${SHOWN.updatedAt}"`);
  expect(words().value).toBe("brace is stuck\nface is swollen");
});

test("what cannot be a phrase is said at its field, and nothing is sent", async () => {
  const asked = serve({});
  draw(<DangerForm danger={SHOWN} />);
  fireEvent.change(words(), { target: { value: "ab" } });
  await save();
  expect(words().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(/“ab” is too short/)).toBeTruthy();
  expect(asked).toEqual([]);
});

test("what the server refuses is said at its field, and stays as it was typed", async () => {
  const errors = [{ field: "contact", problem: "This must be text." }];
  serve({ [`PUT ${PATH}`]: () => problem(422, "invalid", "Some fields are not as they must be.", { errors }) });
  draw(<DangerForm danger={SHOWN} />);
  await userEvent.type(contact(), "Dr. Roth");
  await save();
  expect(await screen.findByText("This must be text.")).toBeTruthy();
  expect(contact().value).toBe("Dr. Roth");
});

test("a stale edit shows both versions, and what was typed can be kept on top", async () => {
  serve({
    [`PUT ${PATH}`]: ({ body }) => problem(412, "stale", "It was changed.", { current: NEWER, yours: body }),
  });
  draw(<DangerForm danger={SHOWN} />);
  fireEvent.change(words(), { target: { value: "brace is stuck\nface is swollen" } });
  await save();
  expect(
    await screen.findByRole("row", { name: "Your own words brace is stuck brace is stuck, face is swollen" }),
  ).toBeTruthy();
  expect(screen.getByRole("row", { name: "How you are reached Dr. Roth, +49 30 1 (empty)" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Keep my changes on top" }));
  expect(words().value).toBe("brace is stuck\nface is swollen");
  expect(contact().value).toBe(NEWER.contact);
});
