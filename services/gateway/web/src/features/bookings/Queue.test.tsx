import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { addDays, todayIn } from "@/components/days";
import { draw, json, problem, serve } from "@/testing/render";

import { Queue } from "./Queue";

const OWNER_PATH = "/api/v1/owners/clinic";
const TODAY = todayIn("UTC");
const SINCE = new Date(Date.now() - 7 * 60_000).toISOString();

function booked(tokenNumber: number, name: string, status = "confirmed") {
  return { bookingId: `b-${tokenNumber}`, tokenNumber, name, status, reason: "", phone: "", timeSlot: null, date: TODAY };
}

const [ANA, BEN, CEM, DORA] = [booked(1, "Ana", "completed"), booked(2, "Ben"), booked(3, "Cem"), booked(4, "Dora")];

const QUEUE = {
  date: TODAY,
  serving: BEN as typeof BEN | null,
  since: SINCE as string | null,
  waiting: [
    { booking: CEM, ahead: 1, at: SINCE, time: "10:12" },
    { booking: DORA, ahead: 2, at: SINCE, time: "10:24" },
  ],
  given: 4,
  served: 1,
  missed: 0,
  gaveUp: 0,
  left: 36,
  minutesEach: 12,
  undo: { bookingId: "b-2", at: SINCE } as { bookingId: string; at: string } | null,
};

function desk(queue = QUEUE, more: Parameters<typeof serve>[0] = {}, day = TODAY) {
  const asked = serve({
    [`GET ${OWNER_PATH}/queue?date=${day}`]: () => json(queue),
    [`POST ${OWNER_PATH}/queue/next`]: () => json({ booking: CEM, completed: BEN }),
    [`POST ${OWNER_PATH}/queue/undo`]: () => json({ booking: BEN, completed: null }),
    [`POST ${OWNER_PATH}/bookings/b-3/decision`]: () => json({ booking: CEM }),
    ...more,
  });
  draw(<Queue day={day} today={TODAY} timezone="UTC" bookings={[ANA, BEN, CEM, DORA] as never} onOpen={() => {}} />);
  return () => asked.filter(({ method }) => method === "POST").map(({ path, body }) => [path.replace(OWNER_PATH, ""), body]);
}

test("who is being served, for how long, and who waits until when", async () => {
  desk();
  const serving = await screen.findByRole("region", { name: "Being served" });
  expect(within(serving).getByRole("button", { name: "2 Ben" })).toBeTruthy();
  expect(within(serving).getByText(/^since \d\d:\d\d, 7 minutes$/)).toBeTruthy();
  const waiting = within(screen.getByRole("region", { name: "Waiting" })).getAllByRole("listitem");
  expect(waiting.map((one) => within(one).getByText(/about/).textContent)).toEqual([
    "about 10:12 · 1 before",
    "about 10:24 · 2 before",
  ]);
  expect(within(screen.getByRole("region", { name: "Over" })).getByRole("button", { name: "Number 1 Ana Came" })).toBeTruthy();
});

test("one press calls the next, another one out of order, and who is not there is marked", async () => {
  const sent = desk();
  await userEvent.click(await screen.findByRole("button", { name: "Next: 3, Cem" }));
  await userEvent.click(screen.getByRole("button", { name: "Call number 4, Dora" }));
  await userEvent.click(screen.getByRole("button", { name: "Number 3, Cem, did not come" }));
  await waitFor(() => expect(sent()).toHaveLength(3));
  expect(sent()).toEqual([
    ["/queue/next", { date: TODAY, bookingId: "b-3" }],
    ["/queue/next", { date: TODAY, bookingId: "b-4" }],
    ["/bookings/b-3/decision", { act: "no_show", note: "", date: null, time: null }],
  ]);
});

test("a wrong press is taken back, the very one that is named", async () => {
  const sent = desk();
  expect(await screen.findByText(/Number 2, Ben, was called 7 minutes ago/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
  await waitFor(() => expect(sent()).toEqual([["/queue/undo", { date: TODAY, bookingId: "b-2" }]]));
});

test("what was not done is said in booking's words", async () => {
  desk(QUEUE, { [`POST ${OWNER_PATH}/queue/undo`]: () => problem(409, "nothing_to_undo", "It is too late for that.") });
  await userEvent.click(await screen.findByRole("button", { name: "Take it back" }));
  expect(await screen.findByText("It is too late for that.")).toBeTruthy();
});

test("with nobody there, there is nothing to press", async () => {
  desk({ ...QUEUE, serving: null, since: null, waiting: [], undo: null });
  const next = await screen.findByRole<HTMLButtonElement>("button", { name: "Nobody is waiting" });
  expect(next.disabled).toBe(true);
  expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull();
});

test("tomorrow's numbers are seen, and not called", async () => {
  const tomorrow = addDays(TODAY, 1);
  desk({ ...QUEUE, serving: null, since: null, undo: null }, {}, tomorrow);
  expect(await screen.findByText("about 10:12 · 1 before")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Call number/ })).toBeNull();
  expect(screen.queryByRole("region", { name: "Being served" })).toBeNull();
});
