import { cleanup, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";

import { addDays, todayIn } from "@/components/days";
import { draw, json, problem, serve } from "@/testing/render";

import BookingsPage from "./BookingsPage";

/** A whole page is drawn and asked by role, which takes seconds where the machine is busy. */
vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => configure({ asyncUtilTimeout: 8_000 }));

const OWNER_PATH = "/api/v1/owners/clinic";
const TODAY = todayIn("UTC");
const WHOLE_DAY = { enabled: true, startTime: "00:00", endTime: "24:00", breakStart: null, breakEnd: null };
const SCHEDULE = {
  updatedAt: "2025-03-01T10:00:00Z",
  enabled: true,
  bookingType: "slot",
  slotDuration: 120,
  maxTokensPerDay: 40,
  dynamicAllocation: false,
  timezone: "UTC",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((dayName) => ({
    dayName,
    ...WHOLE_DAY,
  })),
};
const ANA = {
  bookingId: "b-1",
  status: "pending",
  date: TODAY,
  timeSlot: "23:30",
  tokenNumber: null,
  name: "Ana",
  phone: "",
  reason: "Check-up",
  staffNote: "",
  startsAt: `${TODAY}T23:30:00Z`,
  endsAt: null,
  createdAt: `${TODAY}T00:00:00Z`,
  updatedAt: `${TODAY}T00:00:00Z`,
};

function clinic(more: Parameters<typeof serve>[0] = {}) {
  let ana = ANA;
  const list = () => json({ items: [ana], next: null });
  const range = (first: string, last: string) => `GET ${OWNER_PATH}/bookings?first=${first}&last=${last}&limit=500`;
  return serve({
    [`GET ${OWNER_PATH}/schedule`]: () => json(SCHEDULE),
    [range(TODAY, TODAY)]: list,
    [range(TODAY, addDays(TODAY, 61))]: list,
    [`GET ${OWNER_PATH}/bookings/b-1`]: () => json(ana),
    [`GET ${OWNER_PATH}/free-places?date=${TODAY}`]: () => json({ items: [], words: "Nothing is free today." }),
    [`POST ${OWNER_PATH}/bookings/b-1/decision`]: ({ body }) => {
      const { act, note } = body as { act: string; note: string };
      ana = { ...ana, status: act === "confirm" ? "confirmed" : "declined", staffNote: note };
      return json({ booking: ana });
    },
    ...more,
  });
}

test("a request is confirmed with one press, and the calendar says so", async () => {
  const asked = clinic();
  draw(<BookingsPage />, "/?view=day");
  await screen.findByText("Waits for your answer");
  expect(screen.getByRole("button", { name: "23:30 Ana Check-up Waits for your answer" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Confirm Ana" }));
  await screen.findByText("Confirmed");
  expect(screen.getByRole("button", { name: "23:30 Ana Check-up Confirmed" })).toBeTruthy();
  expect(screen.queryByText("Waiting for your answer")).toBeNull();
  expect(asked.find(({ method }) => method === "POST")?.headers.get("Idempotency-Key")).toBeTruthy();
});

test("a request is declined with the words that the customer reads", async () => {
  const asked = clinic();
  draw(<BookingsPage />, "/?view=day&booking=b-1");
  await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = await screen.findByRole("dialog", { name: "Decline this booking?" });
  await userEvent.type(within(dialog).getByLabelText("Note to the customer"), "We are away.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Decline" }));
  expect(await screen.findByText("We are away.")).toBeTruthy();
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ act: "decline", note: "We are away." });
});

test("of a request only declining is red, and cancelling is once it is confirmed", async () => {
  clinic();
  draw(<BookingsPage />, "/?view=day&booking=b-1");
  expect((await screen.findByRole("button", { name: "Decline" })).dataset.variant).toBe("light");
  expect(screen.getByRole("button", { name: "Cancel booking" }).dataset.variant).toBe("subtle");
  await userEvent.click(screen.getByRole("button", { name: "Confirm" }));
  const dialog = await screen.findByRole("dialog", { name: "Confirm this booking?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Cancel booking" }).dataset.variant).toBe("light"));
});

test("the way out of cancelling is not called cancel", async () => {
  const asked = clinic();
  draw(<BookingsPage />, "/?view=day&booking=b-1");
  await userEvent.click(await screen.findByRole("button", { name: "Cancel booking" }));
  const dialog = await screen.findByRole("dialog", { name: "Cancel this booking?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Keep it" }));
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

test("a booking is moved to a free place, with words for its customer", async () => {
  const places = [{ date: TODAY, time: "22:30", number: null, ahead: null }];
  const asked = clinic({
    [`GET ${OWNER_PATH}/free-places?date=${TODAY}`]: () => json({ items: places, words: "" }),
    [`POST ${OWNER_PATH}/bookings/b-1/decision`]: () => json({ booking: { ...ANA, timeSlot: "22:30" } }),
  });
  draw(<BookingsPage />, "/?view=day&booking=b-1");
  await userEvent.click(await screen.findByRole("button", { name: "Move" }));
  const dialog = await screen.findByRole("dialog", { name: "Move this booking" });
  await userEvent.click(await within(dialog).findByRole("button", { name: "22:30" }));
  await userEvent.type(within(dialog).getByLabelText("Note to the customer"), "Sorry!");
  await userEvent.click(within(dialog).getByRole("button", { name: "Move" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Move this booking" })).toBeNull());
  const sent = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(sent).toEqual([{ act: "move", date: TODAY, time: "22:30", note: "Sorry!" }]);
});

test("the arrow keys turn the page, but not behind an open booking", async () => {
  const tomorrow = addDays(TODAY, 1);
  const asked = clinic();
  draw(<BookingsPage />, "/?view=day");
  await screen.findByText("Waits for your answer");
  await userEvent.keyboard("{ArrowRight}");
  const range = `GET ${OWNER_PATH}/bookings?first=${tomorrow}&last=${tomorrow}&limit=500`;
  await waitFor(() => expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(range));
  cleanup();
  const behind = clinic();
  draw(<BookingsPage />, "/?view=day&booking=b-1");
  await screen.findByRole("dialog", { name: "Booking" });
  await userEvent.keyboard("{ArrowRight}");
  expect(behind.some(({ path }) => path.includes(tomorrow))).toBe(false);
});

test("the days are printed as a list, and only then drawn as one", async () => {
  clinic();
  draw(<BookingsPage />, "/?view=day");
  await screen.findByText("Waits for your answer");
  expect(screen.queryByText("City Clinic")).toBeNull();
  fireEvent(window, new Event("beforeprint"));
  const sheet = screen.getByText("City Clinic").closest("section");
  expect(sheet && within(sheet).getByText("Check-up")).toBeTruthy();
  fireEvent(window, new Event("afterprint"));
  expect(screen.queryByText("City Clinic")).toBeNull();
});

test("a booking by hand that is refused says why, and offers the nearest places", async () => {
  const free = [{ date: addDays(TODAY, 1), time: "10:00", number: null, ahead: null }];
  const asked = clinic({
    [`POST ${OWNER_PATH}/bookings`]: () => problem(409, "slot_taken", "That time is already taken.", { free }),
  });
  draw(<BookingsPage />, "/?view=day");
  await userEvent.click(await screen.findByRole("button", { name: "Add a booking" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a booking" });
  await userEvent.type(within(dialog).getByLabelText(/^Name/), "Ben");
  await userEvent.type(within(dialog).getByLabelText(/^Time/), "23:30");
  await userEvent.click(within(dialog).getByRole("button", { name: "Book" }));
  expect(await within(dialog).findByText("That time is already taken.")).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "10:00" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Book" }));
  const sent = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(sent).toMatchObject([
    { name: "Ben", date: TODAY, time: "23:30" },
    { name: "Ben", date: addDays(TODAY, 1), time: "10:00" },
  ]);
});
