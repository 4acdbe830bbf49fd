import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { House } from "lucide-react";
import { lazy } from "react";
import { expect, test } from "vitest";

import { draw, OWNER, serve } from "@/testing/render";

import { Shell } from "./Shell";

const ME = { subject: "ana", operator: false, owners: [OWNER], demo: false };
const PAGES = ["one", "two", "three", "four", "five"].map((path, place) => ({
  path,
  label: path,
  icon: House,
  section: "Desk" as const,
  place,
  load: () => Promise.resolve({ default: () => null }),
  Component: lazy(() => Promise.resolve({ default: () => null })),
}));

function shell(path: string) {
  serve({});
  draw(
    <Shell me={ME} owner={OWNER} pages={PAGES} isLost={false}>
      <p>A page</p>
    </Shell>,
    path,
  );
}

const more = () => screen.getByRole("button", { name: "More" });
const menu = () => document.getElementById("navigation");

test("the menu of a phone closes over the page that is shown already, too", async () => {
  shell("/five");
  await userEvent.click(more());
  expect(more().getAttribute("aria-expanded")).toBe("true");
  await userEvent.click(screen.getByRole("link", { name: "five" }));
  expect(more().getAttribute("aria-expanded")).toBe("false");
  expect(document.activeElement?.id).toBe("main");
});

test("so does a press on the tab of that page", async () => {
  shell("/one");
  await userEvent.click(more());
  const [, tab] = screen.getAllByRole("link", { name: "one" });
  await userEvent.click(tab as HTMLElement);
  expect(more().getAttribute("aria-expanded")).toBe("false");
});

test("a menu that is shut is marked as such, so that it can be hidden", async () => {
  shell("/one");
  expect(menu()?.hasAttribute("data-closed")).toBe(true);
  await userEvent.click(more());
  await waitFor(() => expect(menu()?.hasAttribute("data-closed")).toBe(false));
});
