import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import { SessionGate } from "./SessionGate";

const ME = { subject: "operator", operator: true, owners: [], demo: true };

function gate() {
  draw(<SessionGate>{(me) => <p>Hello {me.subject}</p>}</SessionGate>);
}

beforeEach(() => history.replaceState(null, "", "/"));

it("lets in who is signed in", async () => {
  serve({ "GET /api/v1/me": () => json(ME) });
  gate();
  expect(await screen.findByText("Hello operator")).toBeTruthy();
});

it("tells who is not signed in how to be", async () => {
  serve({ "GET /api/v1/me": () => problem(401, "not_signed_in", "You are not signed in.") });
  gate();
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeTruthy();
  expect(screen.getByText("frontdesk link")).toBeTruthy();
});

it("spends the link it was opened with once, by a POST, and takes it out of the address", async () => {
  history.replaceState(null, "", "/#sign-in=secret");
  let isIn = false;
  const asked = serve({
    "POST /api/v1/sign-in": () => {
      isIn = true;
      return new Response(null, { status: 204 });
    },
    "GET /api/v1/me": () => (isIn ? json(ME) : problem(401, "not_signed_in", "You are not signed in.")),
  });
  gate();
  expect(await screen.findByText("Hello operator")).toBeTruthy();
  expect(location.hash).toBe("");
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/sign-in", "GET /api/v1/me"]);
  expect(asked[0]?.body).toEqual({ token: "secret" });
});

it("says of a spent link how to get a new one", async () => {
  history.replaceState(null, "", "/#sign-in=old");
  serve({
    "POST /api/v1/sign-in": () => problem(410, "link_spent", "This sign-in link does not work."),
    "GET /api/v1/me": () => problem(401, "not_signed_in", "You are not signed in."),
  });
  gate();
  expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeTruthy();
  expect(screen.getByText("frontdesk link")).toBeTruthy();
});

it("keeps who has a session in, whatever became of a link", async () => {
  history.replaceState(null, "", "/#sign-in=old");
  serve({
    "POST /api/v1/sign-in": () => problem(410, "link_spent", "This sign-in link does not work."),
    "GET /api/v1/me": () => json(ME),
  });
  gate();
  await waitFor(() => expect(screen.getByText("Hello operator")).toBeTruthy());
});
