import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import ProfilePage from "./ProfilePage";

const PATH = "/api/v1/owners/clinic/profile";
const SHOWN = {
  updatedAt: "2025-03-01T10:00:00Z",
  businessName: "City Clinic",
  businessType: "",
  contactEmail: "",
  contactPhone: "",
  description: "",
};
const NEWER = { ...SHOWN, updatedAt: "2025-03-01T11:00:00Z", contactPhone: "555" };

beforeEach(() => sessionStorage.clear());

async function type(words: string) {
  const name = await screen.findByRole("textbox", { name: /^Name/ });
  await userEvent.clear(name);
  if (words) await userEvent.type(name, words);
  return name;
}

const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

test("what is wrong is said at the field, and nothing is sent", async () => {
  const asked = serve({ [`GET ${PATH}`]: () => json(SHOWN) });
  draw(<ProfilePage />);
  const name = await type("");
  await save();
  expect(screen.getByText("A business needs a name.")).toBeTruthy();
  expect(name.getAttribute("aria-invalid")).toBe("true");
  expect(asked.every(({ method }) => method === "GET")).toBe(true);
});

test("what the server finds wrong is said at the field too, and what was typed stays", async () => {
  const errors = [{ field: "businessName", problem: "Not this name." }];
  serve({
    [`GET ${PATH}`]: () => json(SHOWN),
    [`PUT ${PATH}`]: () => problem(422, "invalid", "One field is wrong.", { errors }),
  });
  draw(<ProfilePage />);
  const name = await type("Elsewhere");
  await save();
  expect(await screen.findByText("Not this name.")).toBeTruthy();
  expect((name as HTMLInputElement).value).toBe("Elsewhere");
});

test("a stale edit shows both versions, and mine goes on top of theirs", async () => {
  let now = SHOWN;
  const asked = serve({
    [`GET ${PATH}`]: () => json(now),
    [`PUT ${PATH}`]: ({ headers, body }) => {
      const isStale = headers.get("If-Match") !== `"${NEWER.updatedAt}"`;
      if (isStale) return problem(412, "stale", "It was changed.", { current: NEWER, yours: body });
      now = { ...NEWER, ...(body as typeof SHOWN), updatedAt: "2025-03-01T12:00:00Z" };
      return json(now);
    },
  });
  draw(<ProfilePage />);
  await type("Mine");
  await save();
  expect(await screen.findByRole("row", { name: "Phone 555 (empty)" })).toBeTruthy();
  expect(screen.getByRole("row", { name: "Name City Clinic Mine" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Keep my changes on top" }));
  await save();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save" })).toBeNull());
  expect(asked.findLast(({ method }) => method === "PUT")?.body).toMatchObject({ businessName: "Mine", contactPhone: "555" });
});

test("what was typed outlives leaving the page", async () => {
  serve({ [`GET ${PATH}`]: () => json(SHOWN) });
  const { unmount } = draw(<ProfilePage />);
  await type("Half typed");
  unmount();
  draw(<ProfilePage />);
  expect(((await screen.findByRole("textbox", { name: /^Name/ })) as HTMLInputElement).value).toBe("Half typed");
});
