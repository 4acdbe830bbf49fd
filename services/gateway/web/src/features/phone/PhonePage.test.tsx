import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import PhonePage from "./PhonePage";

const CUSTOMERS = "/api/v1/owners/clinic/phone/customers";
const MARIA = { customer: "447700900001", name: "Maria", lastAt: "2026-03-02T11:00:00Z" };
const OPEN = `/phone?customer=${MARIA.customer}`;

beforeEach(() => sessionStorage.clear());

function shown(payload: object, with_: object = {}) {
  const blank = { sandboxMessageId: JSON.stringify(payload), outbound: true, status: "delivered", sentAt: MARIA.lastAt };
  return { ...blank, payload, ...with_ };
}

function phone(items: object[], more: Parameters<typeof serve>[0] = {}, typing = false) {
  return serve({
    [`GET ${CUSTOMERS}`]: () => json({ items: [MARIA], next: null }),
    [`GET ${CUSTOMERS}/${MARIA.customer}/messages`]: () => json({ items, next: null, typing }),
    ...more,
  });
}

it("makes up a customer and opens their phone", async () => {
  serve({
    [`GET ${CUSTOMERS}`]: () => json({ items: [], next: null }),
    [`GET ${CUSTOMERS}/447700900001/messages`]: () => json({ items: [], next: null, typing: false }),
  });
  draw(<PhonePage />, "/phone");
  await userEvent.click(await screen.findByRole("button", { name: "New customer" }));
  const dialog = await screen.findByRole("dialog", { name: "New customer" });
  const name = within(dialog).getByRole("textbox", { name: "Name" });
  await userEvent.clear(name);
  await userEvent.click(within(dialog).getByRole("button", { name: "Take this phone" }));
  expect(within(dialog).getByText("Give the customer a name.")).toBeTruthy();
  await userEvent.type(name, "Ana");
  await userEvent.click(within(dialog).getByRole("button", { name: "Take this phone" }));
  expect(await screen.findByRole("region", { name: "The phone of Ana" })).toBeTruthy();
});

it("writes under the customer's name, and empties the field once it is sent", async () => {
  const path = `${CUSTOMERS}/${MARIA.customer}/messages`;
  const asked = phone([], { [`POST ${path}`]: () => json({ id: "wamid.1" }, 201) });
  draw(<PhonePage />, OPEN);
  const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Message to the business" });
  await userEvent.type(box, "Hello{Enter}");
  await waitFor(() => expect(box.value).toBe(""));
  expect(asked.find((one) => one.method === "POST")?.body).toEqual({ text: "Hello", name: "Maria" });
});

it("keeps what was typed where it could not be sent", async () => {
  const path = `${CUSTOMERS}/${MARIA.customer}/messages`;
  phone([], { [`POST ${path}`]: () => problem(422, "invalid", "This is too long.") });
  draw(<PhonePage />, OPEN);
  const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Message to the business" });
  await userEvent.type(box, "Hello{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("This is too long.");
  expect(box.value).toBe("Hello");
});

it("opens a list in a sheet, and a chosen row is an answer to it", async () => {
  const action = { button: "See times", sections: [{ rows: [{ id: "9", title: "09:00", description: "Monday" }] }] };
  const asked_ = { type: "list", body: { text: "Which?" }, action };
  const asked = phone([shown({ id: "wamid.9", type: "interactive", interactive: asked_ })], {
    [`POST ${CUSTOMERS}/${MARIA.customer}/taps`]: () => json({ id: "wamid.10" }, 201),
  });
  draw(<PhonePage />, OPEN);
  await userEvent.click(await screen.findByRole("button", { name: "See times" }));
  const sheet = await screen.findByRole("dialog", { name: "See times" });
  await userEvent.click(within(sheet).getByRole("button", { name: /09:00/ }));
  const tap = { id: "9", title: "09:00", listed: true, answering: "wamid.9", name: "Maria" };
  await waitFor(() => expect(asked.find((one) => one.method === "POST")?.body).toEqual(tap));
});

it("shows ticks, that an answer is being typed, and markup as text", async () => {
  const own = shown({ id: "wamid.2", type: "text", text: { body: "<i>hi</i>" } }, { outbound: false, status: "read" });
  phone([own], {}, true);
  draw(<PhonePage />, OPEN);
  expect(await screen.findByText("<i>hi</i>")).toBeTruthy();
  expect(screen.getByRole("img", { name: "Read" })).toBeTruthy();
  expect(screen.getByRole("img", { name: "The business is typing" })).toBeTruthy();
});
