import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { draw, json, serve } from "@/testing/render";

import SetUpEntry from "./SetUpEntry";

const AT = "2025-03-01T10:00:00Z";

function onboarding(completed: boolean) {
  const steps = [1, 2].map((stepNo) => ({ stepNo, status: "done", updatedAt: AT }));
  return serve({ "GET /api/v1/owners/clinic/onboarding": () => json({ currentStep: 3, completed, steps, updatedAt: AT }) });
}

test("a set-up that is not complete can be found again, with how far it is", async () => {
  onboarding(false);
  draw(<SetUpEntry onChosen={() => undefined} />);
  const entry = await screen.findByRole("link", { name: /Finish setting up/ });
  expect(entry.textContent).toContain("2 of 5");
  expect(entry.getAttribute("href")).toBe("/set-up");
});

test("once it is complete nobody is reminded of it", async () => {
  const asked = onboarding(true);
  const { container } = draw(<SetUpEntry onChosen={() => undefined} />);
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(container.querySelector("a")).toBeNull());
});
