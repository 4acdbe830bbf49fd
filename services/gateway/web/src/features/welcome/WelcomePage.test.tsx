import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { type Asked, draw, json, problem, serve } from "@/testing/render";

import WelcomePage from "./WelcomePage";

const NEW = "/welcome?business=new";
const MADE = { userId: "corner-cafe-1", phoneNumberId: "sandbox-corner-cafe-1" };
const DONE = { "PUT /api/v1/owners/corner-cafe-1/onboarding/steps/1": () => json({}) };

beforeEach(() => {
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => {};
});

const press = () => userEvent.click(screen.getByRole("button", { name: "Continue" }));
const keysOf = (asked: Asked[], method: string) =>
  asked.filter((one) => one.method === method).map(({ headers }) => headers.get("Idempotency-Key"));

async function type(name: string) {
  const field = await screen.findByRole("textbox", { name: /^Name/ });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(name);
  return field as HTMLInputElement;
}

test("both ways to begin are there", () => {
  draw(<WelcomePage />, "/welcome");
  expect(screen.getByRole("button", { name: "Make the demo business" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Set up your own business" }).getAttribute("href")).toBe(NEW);
});

test("a business is made in this browser's timezone, and its first step is done", async () => {
  const asked = serve({ "POST /api/v1/owners": () => json(MADE, 201), ...DONE });
  draw(<WelcomePage />, NEW);
  await type("Corner Café");
  await userEvent.click(screen.getByRole("textbox", { name: "Phone" }));
  await userEvent.paste("555");
  await press();
  await waitFor(() => expect(asked.map(({ method }) => method)).toEqual(["POST", "PUT"]));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(asked[0]?.body).toMatchObject({ name: "Corner Café", timezone: timeZone, contactPhone: "555" });
  expect(asked[1]?.body).toEqual({ status: "done" });
  await waitFor(() => expect(sessionStorage).toHaveLength(0));
});

test("what the server refuses is said at its field, and what was typed stays", async () => {
  const errors = [{ field: "name", problem: "Not this name." }];
  serve({ "POST /api/v1/owners": () => problem(422, "name_refused", "Not this name.", { errors }) });
  draw(<WelcomePage />, NEW);
  const name = await type("Elsewhere");
  await press();
  await waitFor(() => expect(name.getAttribute("aria-invalid")).toBe("true"));
  expect(name.value).toBe("Elsewhere");
});

test("whoever lost the connection, came back and pressed again has made one business", async () => {
  let isLost = true;
  const asked = serve({
    "POST /api/v1/owners": () => (isLost ? problem(500, "unexpected", "It was lost.") : json(MADE, 201)),
    ...DONE,
  });
  const { unmount } = draw(<WelcomePage />, NEW);
  await type("Corner Café");
  await press();
  expect(await screen.findByText("It was lost.")).toBeTruthy();
  unmount();
  isLost = false;
  draw(<WelcomePage />, NEW);
  expect(((await screen.findByRole("textbox", { name: /^Name/ })) as HTMLInputElement).value).toBe("Corner Café");
  await press();
  await waitFor(() => expect(keysOf(asked, "PUT")).toHaveLength(1));
  const keys = keysOf(asked, "POST");
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("another name is another business", async () => {
  const asked = serve({ "POST /api/v1/owners": () => problem(500, "unexpected", "It was lost.") });
  draw(<WelcomePage />, NEW);
  await type("Corner Café");
  await press();
  await screen.findByText("It was lost.");
  await type("Café on the Corner");
  await press();
  await waitFor(() => expect(new Set(keysOf(asked, "POST")).size).toBe(2));
});
