import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { type Asked, draw, json, problem, serve } from "@/testing/render";

import DeadLettersPage from "./DeadLettersPage";
import UntriedBadge from "./UntriedBadge";

const PATH = "/api/v1/owners/clinic/dead-letters";
const LETTER = {
  deadLetterId: "clinic:1",
  service: "gateway",
  topic: "reply.ready",
  code: "not_taken",
  error: "WhatsApp did not take the message.",
  attempts: 5,
  givenUpAt: "2026-01-01T10:00:00Z",
  replayedAt: null,
  replays: 0,
  replayableUntil: "2999-01-31T10:00:00Z",
  conversationId: "clinic:c1",
  document: "",
  cameOf: null,
};
const TRIED = { ...LETTER, replays: 1, replayedAt: "2026-01-02T10:00:00Z", cameOf: { code: "sent", message: "" } };

function listing(items: object[], next: string | null = null) {
  return () => json({ items, next, untried: items.length });
}

function replays(asked: Asked[]): Asked[] {
  return asked.filter(({ method }) => method === "POST");
}

it("says what could not be done, why, how often it was tried, and where to look", async () => {
  serve({ [`GET ${PATH}`]: listing([LETTER]) });
  draw(<DeadLettersPage />);
  const row = await screen.findByRole("listitem");
  expect(row.textContent).toContain("An answer to a customer could not be sent");
  expect(row.textContent).toContain("WhatsApp did not take the message.");
  expect(row.textContent).toContain("after 5 attempts");
  const link = within(row).getByRole("link", { name: "Open the conversation" });
  expect(link.getAttribute("href")).toBe("/conversations?conversation=clinic%3Ac1");
});

it("tries again, says what came of it, and leads there, for the button is gone", async () => {
  let letter: object = LETTER;
  const asked = serve({
    [`GET ${PATH}`]: () => listing([letter])(),
    [`POST ${PATH}/clinic%3A1/replay`]: () => {
      letter = TRIED;
      return json({ service: "gateway", code: "sent", message: "" });
    },
  });
  draw(<DeadLettersPage />);
  await userEvent.click(await screen.findByRole("button", { name: /^Try again/ }));
  const outcome = await screen.findByText(/Tried again, and handled\./);
  await waitFor(() => expect(document.activeElement).toBe(outcome));
  expect(screen.queryByRole("button", { name: /^Try again/ })).toBeNull();
  expect(replays(asked)[0]?.headers.get("Idempotency-Key")).toBeTruthy();
});

it("shows at its row why a replay failed, and lets it be tried once more", async () => {
  const asked = serve({
    [`GET ${PATH}`]: listing([LETTER, { ...LETTER, deadLetterId: "clinic:2" }]),
    [`POST ${PATH}/clinic%3A2/replay`]: () => problem(500, "given_up", "The gateway service could not do this: boom"),
  });
  draw(<DeadLettersPage />);
  const [first, second] = await screen.findAllByRole("listitem");
  if (!first || !second) throw new Error("there are no two rows");
  const button = within(second).getByRole("button", { name: /^Try again/ });
  await userEvent.click(button);
  expect((await within(second).findByRole("alert")).textContent).toContain("boom");
  expect(within(first).queryByRole("alert")).toBeNull();
  await userEvent.click(button);
  await waitFor(() => expect(replays(asked)).toHaveLength(2));
});

it("offers nothing for what was tried already or is too old", async () => {
  const old = { ...LETTER, deadLetterId: "clinic:2", replayableUntil: "2020-01-01T00:00:00Z" };
  serve({ [`GET ${PATH}`]: listing([TRIED, old]) });
  draw(<DeadLettersPage />);
  expect(await screen.findByText(/Tried again, and handled/)).toBeTruthy();
  expect(screen.getByText("It is too long ago to be tried again.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Try again/ })).toBeNull();
});

it("shows more when there is more", async () => {
  serve({
    [`GET ${PATH}`]: listing([LETTER], "next"),
    [`GET ${PATH}?after=next`]: listing([{ ...LETTER, deadLetterId: "clinic:2" }]),
  });
  draw(<DeadLettersPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(2));
});

it("reassures where there is nothing", async () => {
  serve({ [`GET ${PATH}`]: listing([]) });
  draw(<DeadLettersPage />);
  expect(await screen.findByRole("heading", { name: "Nothing was given up" })).toBeTruthy();
});

it("counts in the navigation what waits, and is silent while nothing does", async () => {
  let untried = 3;
  const asked = serve({ [`GET ${PATH}?limit=1`]: () => json({ items: [], next: null, untried }) });
  const { unmount } = draw(<UntriedBadge />);
  expect((await screen.findByText(/3/)).textContent).toBe("3 waiting");
  unmount();
  untried = 0;
  draw(<UntriedBadge />);
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(screen.queryByText(/waiting/)).toBeNull();
});
