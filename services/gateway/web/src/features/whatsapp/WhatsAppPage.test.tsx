import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import WhatsAppPage from "./WhatsAppPage";

const NUMBERS = "/api/v1/owners/clinic/numbers";
const ID = "106540352242922";
const NUMBER = {
  phoneNumberId: ID,
  channel: "whatsapp",
  displayNumber: "+1 555-064-7351",
  verifiedName: "City Clinic",
  ownApp: false,
  webhook: "https://desk.example.com/webhooks/whatsapp",
  createdAt: "2025-03-01T10:00:00Z",
};
const SANDBOX = { ...NUMBER, phoneNumberId: "sandbox-clinic", channel: "sandbox", displayNumber: "", webhook: "" };
const WRONG = {
  ok: false,
  steps: [
    { name: "token", ok: false, words: "WhatsApp does not accept the token any more." },
    { name: "webhook", ok: true, words: "What the Meta app sends is let in." },
    { name: "messages", ok: false, words: "No message has come in." },
  ],
};

function listed(...items: object[]) {
  return json({ items: [...items, SANDBOX], next: null, sharedApp: true, ownWebhook: "https://desk.example.com/own" });
}

/** As ids and secrets come into their fields. */
async function paste(field: HTMLElement, words: string) {
  await userEvent.click(field);
  await userEvent.paste(words);
}

async function openForm() {
  await userEvent.click(await screen.findByRole("button", { name: "Connect a number" }));
  return within(await screen.findByRole("dialog", { name: "Connect a number" }));
}

test("a number says step by step what is wrong with it, and what is only not proven", async () => {
  serve({ [`GET ${NUMBERS}`]: () => listed(NUMBER), [`POST ${NUMBERS}/${ID}/check`]: () => json(WRONG) });
  draw(<WhatsAppPage />);
  const steps = within(await screen.findByRole("list", { name: "Check" })).getAllByRole("listitem");
  const names = steps.map((step) => step.textContent);
  expect(names[0]).toContain("Access token: wrong");
  expect(names[0]).toContain("does not accept the token");
  expect(names[1]).toContain("Webhook: fine");
  expect(names[2]).toContain("Messages: not yet");
  expect(screen.getByText("Needs attention")).toBeTruthy();
  expect((screen.getByRole("textbox", { name: "Webhook address" }) as HTMLInputElement).value).toBe(NUMBER.webhook);
});

test("the sandbox is what it is: it leads to the phone and is not disconnected", async () => {
  serve({ [`GET ${NUMBERS}`]: () => listed() });
  draw(<WhatsAppPage />);
  const phone = await screen.findByRole("link", { name: "Open the phone" });
  expect(phone.getAttribute("href")).toBe("/phone");
  expect(screen.queryByRole("button", { name: /^What to do with/ })).toBeNull();
  expect(screen.getByText("No WhatsApp number yet")).toBeTruthy();
});

test("a token that WhatsApp refuses is said at its field, and what was typed stays", async () => {
  const errors = [{ field: "token", problem: "WhatsApp does not accept this token." }];
  serve({
    [`GET ${NUMBERS}`]: () => listed(),
    [`POST ${NUMBERS}`]: () => problem(422, "token_rejected", "WhatsApp does not accept this token.", { errors }),
  });
  draw(<WhatsAppPage />);
  const form = await openForm();
  await paste(form.getByRole("textbox", { name: /^Phone number ID/ }), ID);
  await paste(form.getByLabelText(/^Access token/), "made-up");
  await userEvent.click(form.getByRole("button", { name: "Connect" }));
  expect(await form.findByText("WhatsApp does not accept this token.")).toBeTruthy();
  expect((form.getByRole("textbox", { name: /^Phone number ID/ }) as HTMLInputElement).value).toBe(ID);
  expect(form.queryByText("It was not connected")).toBeNull();
});

test("an app of one's own is connected with its secrets, and then Meta is to be told", async () => {
  const own = { ...NUMBER, ownApp: true, webhook: "https://desk.example.com/webhooks/whatsapp/clinic" };
  const connected: object[] = [];
  const asked = serve({
    [`GET ${NUMBERS}`]: () => listed(...connected),
    [`POST ${NUMBERS}`]: () => (connected.push(own), json(own, 201)),
    [`POST ${NUMBERS}/${ID}/check`]: () => json(WRONG),
  });
  draw(<WhatsAppPage />);
  const form = await openForm();
  await paste(form.getByRole("textbox", { name: /^Phone number ID/ }), ID);
  await paste(form.getByLabelText(/^Access token/), "EAAG");
  await userEvent.click(form.getByRole("checkbox", { name: "I have a Meta app of my own" }));
  await paste(form.getByLabelText(/^App secret/), "their secret");
  await userEvent.click(form.getByRole("button", { name: "Connect" }));
  const told = within(await screen.findByRole("dialog", { name: "One step left, at Meta" }));
  const sent = asked.find(({ method, path }) => method === "POST" && path === NUMBERS)?.body as Record<string, string>;
  expect(sent).toMatchObject({ phoneNumberId: ID, token: "EAAG", appSecret: "their secret" });
  expect((told.getByRole("textbox", { name: "Webhook address" }) as HTMLInputElement).value).toBe(own.webhook);
  expect((told.getByRole("textbox", { name: "Verify token" }) as HTMLInputElement).value).toBe(sent.verifyToken);
  await userEvent.click(told.getByRole("button", { name: "Done" }));
  expect(await screen.findByRole("heading", { name: NUMBER.displayNumber })).toBeTruthy();
});

test("a number is disconnected after it was said what that means", async () => {
  let items = [NUMBER];
  const asked = serve({
    [`GET ${NUMBERS}`]: () => listed(...items),
    [`POST ${NUMBERS}/${ID}/check`]: () => json(WRONG),
    [`DELETE ${NUMBERS}/${ID}`]: () => ((items = []), new Response(null, { status: 204 })),
  });
  draw(<WhatsAppPage />);
  await userEvent.click(await screen.findByRole("button", { name: `What to do with ${NUMBER.displayNumber}` }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Disconnect" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Disconnect this number?" }));
  expect(dialog.getByText(/gets no answer/)).toBeTruthy();
  expect(dialog.getByText("Conversations, bookings and documents stay.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Disconnect" }));
  expect(await screen.findByText("No WhatsApp number yet")).toBeTruthy();
  expect(asked.find(({ method }) => method === "DELETE")?.headers.get("Idempotency-Key")).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
