/** A conversation and a message that stand still, for tests: give what matters. */
import type { Conversation } from "./api/list-conversations";
import type { Message } from "./api/list-messages";

const AT = "2026-03-02T11:00:00Z";

export function conversation(with_: Partial<Conversation> = {}): Conversation {
  return {
    conversationId: "c1",
    channel: "sandbox",
    name: "Zoë Keller",
    phone: "447700900001",
    participantKey: "p1",
    language: "en",
    turnOpen: false,
    heldBy: "",
    heldUntil: null,
    heldReason: "",
    stopped: false,
    lastInboundAt: AT,
    createdAt: AT,
    updatedAt: AT,
    last: { role: "customer", content: "How much is a cleaning?", at: AT },
    ...with_,
  };
}

export function message(with_: Partial<Message> = {}): Message {
  return {
    messageId: "m1",
    role: "customer",
    content: "How much is a cleaning?",
    kind: "text",
    createdAt: AT,
    author: "",
    choices: [],
    sources: [],
    media: null,
    delivery: "",
    deliveryError: "",
    ...with_,
  };
}

export function file(with_: Partial<NonNullable<Message["media"]>> = {}): NonNullable<Message["media"]> {
  return { id: "f1", mime: "image/jpeg", filename: "", state: "fetched", reason: "", size: 20_480, shownAs: "image", ...with_ };
}
