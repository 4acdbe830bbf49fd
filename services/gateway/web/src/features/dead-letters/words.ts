/** What was given up, why, and what came of trying it again, in words for an owner. */
import type { DeadLetter } from "./api/list-dead-letters";

type What = Pick<DeadLetter, "topic" | "service" | "document">;

/** By topic, and where several services handle it by `topic service`. */
const WHAT: Record<string, string> = {
  "message.received ingest": "A customer's message could not be taken in",
  "message.received gateway": "Something beside a customer's message could not be done: its read mark, or fetching its file",
  "delivery.reported": "It could not be noted whether a message reached its customer",
  "reply.requested": "A customer's question could not be answered",
  "booking.requested": "A request for a booking could not be handled",
  "booking.updated": "A change of a booking could not be passed on",
  "doc.uploaded": "A document could not be taken in or removed",
  "doc.indexed": "A changed document may not be in the assistant's answers yet",
  "reply.ready gateway": "An answer to a customer could not be sent",
  "reply.ready ingest": "An answer could not be noted in its conversation",
  "conversation.requested": "A conversation could not be taken over or handed back",
  "settings.changed gateway": "A change to your profile could not be saved",
  "settings.changed responder": "A change to the assistant could not be saved",
  "settings.changed booking": "A change to your opening hours could not be saved",
  "owner.changed": "Setting up your business is not complete",
};

/** "An answer to a customer could not be sent". */
export function whatOf({ topic, service, document }: What): string {
  if (topic === "doc.uploaded" && document) return `“${document}” could not be taken in or removed`;
  return WHAT[`${topic} ${service}`] ?? WHAT[topic] ?? "Something your front desk had to do could not be done";
}

/** Why, in a sentence. What is only for those who run Frontdesk stands among the details. */
export function whyOf({ code, error }: Pick<DeadLetter, "code" | "error">): string {
  switch (code) {
    case "unexpected":
      return "Frontdesk itself made a mistake while doing it.";
    case "died":
      return "Frontdesk stopped each time it was at it.";
    case "unparseable":
      return "It came in a form that Frontdesk cannot read.";
    case "unavailable":
      return `What it needs was out of reach for a week: ${sentence(error)}`;
    default:
      return sentence(error);
  }
}

export interface CameOf {
  words: string;
  tone: "good" | "neutral" | "bad";
}

/** Receipts that say that there was nothing left to do. */
const NOT_NEEDED = new Set([
  "already",
  "duplicate",
  "known",
  "no_conversation",
  "no_such_owner",
  "no_such_source",
  "no_turn",
  "nothing",
  "nothing_to_send",
  "past",
  "stale",
  "superseded",
  "unknown_conversation",
]);

/** Receipts that say no; those of documents say which way they cannot be read. */
const REFUSED = /^(refused|misconfigured|failed|document_.*)$/;

/** What came of trying it again; `null` where that is not known. */
export function cameOfWords(cameOf: { code: string; message: string } | null): CameOf {
  if (cameOf === null) return { words: "Tried again. What came of it is not known yet.", tone: "neutral" };
  const { code, message } = cameOf;
  if (code === "dead_letter") return { words: "Tried again, and given up again: it stands anew further up.", tone: "bad" };
  if (NOT_NEEDED.has(code)) return { words: "Tried again: it was no longer needed, things have moved on.", tone: "good" };
  if (REFUSED.test(code)) {
    return { words: `Tried again, and refused. ${sentence(message) || "Do it anew, the usual way."}`, tone: "bad" };
  }
  return { words: `Tried again, and handled. ${sentence(message)}`.trim(), tone: "good" };
}

function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === "" || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
