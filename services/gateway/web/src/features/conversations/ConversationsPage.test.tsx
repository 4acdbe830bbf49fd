import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";

import { draw, json, problem, serve } from "@/testing/render";

import type { Conversation } from "./api/list-conversations";
import ConversationsPage from "./ConversationsPage";
import { conversation, file, message } from "./sample.test-data";

const LIST = "/api/v1/owners/clinic/conversations";
const OPEN = "/conversations?conversation=c1";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

function recent(with_: Partial<Conversation> = {}): Conversation {
  return conversation({ lastInboundAt: new Date().toISOString(), ...with_ });
}

function desk(one: Conversation, messages = [message()], more: Parameters<typeof serve>[0] = {}) {
  return serve({
    "GET /api/v1/me": () => json({ subject: "me", operator: false, owners: [], demo: false }),
    [`GET ${LIST}`]: () => json({ items: [one], next: null }),
    [`GET ${LIST}/c1`]: () => json(one),
    [`GET ${LIST}/c1/messages`]: () => json({ items: messages, next: null }),
    ...more,
  });
}

it("says what to do where nobody has written", async () => {
  serve({ [`GET ${LIST}`]: () => json({ items: [], next: null }) });
  draw(<ConversationsPage />, "/conversations");
  expect(await screen.findByRole("heading", { name: "Nobody has written yet" })).toBeTruthy();
});

it("looks for names and numbers on the server, and keeps what is shown until it has an answer", async () => {
  const asked = desk(recent(), [], {
    [`GET ${LIST}?find=0900001`]: () => json({ items: [recent({ conversationId: "c2", name: "Tom" })], next: null }),
    [`GET ${LIST}?find=nobody`]: () => json({ items: [], next: null }),
  });
  draw(<ConversationsPage />, "/conversations");
  await screen.findByRole("link", { name: /Zoë Keller/ });
  const box = screen.getByRole("searchbox", { name: "Find a conversation by name or phone number" });
  await userEvent.type(box, " 0900001");
  expect(screen.getByRole("link", { name: /Zoë Keller/ })).toBeTruthy();
  expect(await screen.findByRole("link", { name: /Tom/ })).toBeTruthy();
  expect(screen.queryByRole("link", { name: /Zoë Keller/ })).toBeNull();
  await userEvent.clear(box);
  await userEvent.type(box, "nobody");
  expect(await screen.findByText(/No customer is found by “nobody”.*What was said is not searched/)).toBeTruthy();
  expect(asked.filter((one) => one.path.includes("find=")).length).toBeLessThan(8);
});

it("marks what a customer said as new until it is opened, and opens it from the list", async () => {
  desk(recent());
  draw(<ConversationsPage />, "/conversations");
  const row = await screen.findByRole("link", { name: /Zoë Keller.*New/ });
  await userEvent.click(row);
  expect(await screen.findByRole("log", { name: "Messages" })).toBeTruthy();
  await waitFor(() => expect(screen.getByRole("link", { name: /Zoë Keller/ }).textContent).not.toContain("New"));
});

it("shows who said what, the oldest first, with sources beside an answer and markup as text", async () => {
  const sources = [{ sourceId: "clinic:prices", name: "prices.md", heading: "Cleaning", page: "2", chunkId: "k" }];
  const answer = message({ messageId: "m2", role: "assistant", author: "assistant", content: "<b>60</b>", sources, delivery: "read" });
  desk(recent(), [answer, message()]);
  draw(<ConversationsPage />, OPEN);
  const log = await screen.findByRole("log");
  const source = await within(log).findByRole("link", { name: "prices.md · Cleaning · page 2" });
  expect(source.getAttribute("href")).toBe("/documents?document=clinic%3Aprices");
  expect(within(log).getByText("<b>60</b>")).toBeTruthy();
  expect(within(log).getByText("Read")).toBeTruthy();
  expect(log.textContent.indexOf("How much")).toBeLessThan(log.textContent.indexOf("<b>60</b>"));
});

it("takes over for as long as is chosen", async () => {
  const asked = desk(recent(), [], { [`POST ${LIST}/c1/take-over`]: () => json(recent({ heldBy: "me" })) });
  draw(<ConversationsPage />, OPEN);
  await userEvent.click(await screen.findByRole("button", { name: "Take over" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "For one hour" }));
  await waitFor(() => expect(asked.find((one) => one.method === "POST")?.body).toEqual({ minutes: 60 }));
});

it("hands back what the person has", async () => {
  const asked = desk(recent({ heldBy: "me" }), [], { [`POST ${LIST}/c1/hand-back`]: () => json(recent()) });
  draw(<ConversationsPage />, OPEN);
  await screen.findByText("You have it. The assistant is silent until it is handed back.");
  await userEvent.click(screen.getByRole("button", { name: "Hand back" }));
  await waitFor(() => expect(asked.some((one) => one.path.endsWith("/hand-back"))).toBe(true));
});

it("keeps what was typed where it cannot be sent, and says why", async () => {
  desk(recent(), [], { [`POST ${LIST}/c1/messages`]: () => problem(409, "conflict", "WhatsApp did not take it.") });
  draw(<ConversationsPage />, OPEN);
  const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Message to the customer" });
  await userEvent.type(box, "Hello{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("WhatsApp did not take it.");
  expect(box.value).toBe("Hello");
});

it("says why nothing can be written 24 hours after the customer wrote", async () => {
  desk(conversation({ lastInboundAt: "2020-01-01T00:00:00Z" }));
  draw(<ConversationsPage />, OPEN);
  expect(await screen.findByText(/only within 24 hours after the customer last wrote/)).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Message to the customer" })).toBeNull();
});

function sent(kind: string, with_: Parameters<typeof file>[0], content = `[${kind}]`) {
  return message({ messageId: "clinic:m7", kind, content, media: file(with_) });
}

it("shows a customer's picture in place, and larger when it is chosen", async () => {
  desk(recent(), [sent("image", {}, "[image] My tooth")]);
  draw(<ConversationsPage />, OPEN);
  const log = await screen.findByRole("log");
  const picture = await within(log).findByRole<HTMLImageElement>("img", { name: "Photo from Zoë Keller" });
  expect(picture.getAttribute("src")).toBe("/api/v1/owners/clinic/messages/clinic%3Am7/media");
  expect(picture.getAttribute("loading")).toBe("lazy");
  expect(within(log).getByText("My tooth")).toBeTruthy();
  await userEvent.click(picture);
  const dialog = await screen.findByRole("dialog", { name: "Photo from Zoë Keller" });
  expect(within(dialog).getByRole("link", { name: "Open in a new tab" }).getAttribute("href")).toContain("/media");
});

it("offers a picture to be saved that the browser cannot draw", async () => {
  desk(recent(), [sent("image", {})]);
  draw(<ConversationsPage />, OPEN);
  fireEvent.error(await screen.findByRole("img", { name: "Photo from Zoë Keller" }));
  expect(screen.getByRole("link", { name: /cannot be shown. Save it instead/ })).toBeTruthy();
});

it("plays sound and films, and offers anything else to be saved with its name and size", async () => {
  const film = { ...sent("video", { shownAs: "video" }), messageId: "m8" };
  const scan = { ...sent("document", { shownAs: "file", filename: "scan.pdf", mime: "application/pdf" }), messageId: "m9" };
  desk(recent(), [scan, film, sent("audio", { shownAs: "audio" })]);
  draw(<ConversationsPage />, OPEN);
  const log = await screen.findByRole("log");
  expect((await within(log).findByLabelText("Voice message from Zoë Keller")).tagName).toBe("AUDIO");
  expect(within(log).getByLabelText("Video from Zoë Keller").tagName).toBe("VIDEO");
  const link = within(log).getByRole("link", { name: /scan\.pdf/ });
  expect(link.getAttribute("download")).toBe("scan.pdf");
  expect(link.textContent).toContain("20 kB · PDF");
});

it.each([
  ["waiting", "", "Photo: on its way from WhatsApp…"],
  ["waiting", "WhatsApp did not answer.", "Photo: not here yet. WhatsApp did not answer. It is tried again."],
  ["gone", "WhatsApp has this file no longer.", "Photo could not be fetched. WhatsApp has this file no longer."],
  ["refused", "It arrived damaged.", "Photo could not be fetched. It arrived damaged."],
  ["", "", "Photo"],
] as const)("says of a file that is %s “%s”: %s", async (state, reason, words) => {
  desk(recent(), [sent("image", { state, reason })]);
  draw(<ConversationsPage />, OPEN);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole("img", { name: "Photo from Zoë Keller" })).toBeNull();
});

it("shows what was offered under an answer, as it was offered", async () => {
  desk(recent(), [message({ role: "assistant", author: "booking", content: "Book it?", choices: ["Yes, book it", "No"] })]);
  draw(<ConversationsPage />, OPEN);
  const offered = await screen.findByRole("list", { name: "Choices that were offered" });
  expect(within(offered).getAllByRole("listitem").map((one) => one.textContent)).toEqual(["Yes, book it", "No"]);
});
