import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";

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

const TOOTH = new File(["tooth"], "tooth.jpg", { type: "image/jpeg" });

function keyboard(more: Parameters<typeof serve>[0] = {}) {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:tooth", revokeObjectURL: () => {} }));
  const path = `${CUSTOMERS}/${MARIA.customer}/pictures`;
  return phone([], { [`POST ${path}`]: () => json({ id: "wamid.1" }, 201), ...more });
}

it.each([
  ["chosen", (_: HTMLElement, input: HTMLInputElement) => userEvent.upload(input, TOOTH)],
  ["pasted", (box: HTMLElement) => fireEvent.paste(box, { clipboardData: { files: [TOOTH] } })],
  ["dropped", (box: HTMLElement) => fireEvent.drop(box, { dataTransfer: { files: [TOOTH], types: ["Files"] } })],
])("sends a picture that was %s, with words under it", async (_, give) => {
  const asked = keyboard();
  draw(<PhonePage />, OPEN);
  const box = await screen.findByRole("textbox", { name: "Message to the business" });
  await give(box, document.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement);
  expect(await screen.findByRole("img", { name: "The picture to be sent" })).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: "Words under the picture" }), "My tooth{Enter}");
  await waitFor(() => expect(screen.queryByRole("img", { name: "The picture to be sent" })).toBeNull());
  const form = asked.find((one) => one.method === "POST")?.body as FormData;
  expect(form.get("caption")).toBe("My tooth");
  expect([...form.keys()].at(-1)).toBe("file");
  expect((form.get("file") as File).name).toBe("tooth.jpg");
});

it.each([
  ["a type that phones do not send", new File(["x"], "tooth.gif", { type: "image/gif" }), /JPEG, PNG or WebP/],
  ["more than WhatsApp takes", new File([new Uint8Array(5 * 1024 * 1024 + 1)], "t.png", { type: "image/png" }), /more than 5 MB/],
])("refuses a picture of %s before it is sent", async (_, file, words) => {
  const asked = keyboard();
  draw(<PhonePage />, OPEN);
  const box = await screen.findByRole("textbox", { name: "Message to the business" });
  fireEvent.paste(box, { clipboardData: { files: [file] } });
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  expect(asked.some((one) => one.method === "POST")).toBe(false);
});

it("takes a picture out again, and says why one was not sent", async () => {
  const path = `${CUSTOMERS}/${MARIA.customer}/pictures`;
  keyboard({ [`POST ${path}`]: () => problem(415, "wrong_type", "This file is none of them.") });
  draw(<PhonePage />, OPEN);
  const box = await screen.findByRole("textbox", { name: "Message to the business" });
  fireEvent.paste(box, { clipboardData: { files: [TOOTH] } });
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect((await screen.findByRole("alert")).textContent).toContain("This file is none of them.");
  await userEvent.click(screen.getByRole("button", { name: "Take the picture out" }));
  expect(screen.getByRole("textbox", { name: "Message to the business" })).toBeTruthy();
});

it("shows a picture with its caption, from where it is kept", async () => {
  const own = shown({ id: "wamid.2", type: "image", image: { id: "p1", caption: "My tooth" } }, { outbound: false });
  phone([{ ...own, sandboxMessageId: "clinic:wamid.2" }]);
  draw(<PhonePage />, OPEN);
  const picture = await screen.findByRole("img", { name: "My tooth" });
  expect(picture.getAttribute("src")).toBe("/api/v1/owners/clinic/phone/messages/clinic%3Awamid.2/picture");
});
