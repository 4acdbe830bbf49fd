import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";

import { Unreachable } from "@/api/problem";
import { draw } from "@/testing/render";

import { QueryView } from "./QueryView";

const QUERY = { data: undefined as string[] | undefined, error: null as Error | null, isPending: false, refetch: vi.fn() };

function drawn(query: Partial<typeof QUERY>) {
  draw(<QueryView query={{ ...QUERY, ...query }} show={(items) => items.join(", ")} empty="Nobody yet" />);
}

it("says that it loads", () => {
  drawn({ isPending: true });
  expect(screen.getByRole("status").textContent).toContain("Loading");
});

it("says why nothing could be loaded, and tries again when asked to", async () => {
  const refetch = vi.fn();
  drawn({ error: new Unreachable(), refetch });
  expect(screen.getByRole("alert").textContent).toContain("Frontdesk does not answer");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});

it("says that nothing is there", () => {
  drawn({ data: [] });
  expect(screen.getByRole("heading", { name: "Nobody yet" })).toBeTruthy();
});

it("shows what is there", () => {
  drawn({ data: ["Ana", "Ben"] });
  expect(screen.getByText("Ana, Ben")).toBeTruthy();
});

it("keeps showing what was there when it cannot be read again, and says so", () => {
  drawn({ data: ["Ana"], error: new Unreachable() });
  expect(screen.getByText("Ana")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("out of date");
});
