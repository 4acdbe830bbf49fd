/** Messages in words: who said one, what came of it, and what stands where it has no text. */
import type { Conversation } from "./api/list-conversations";
import type { Message } from "./api/list-messages";

/** Parts of the house that speak by themselves, as they name themselves. */
const HOUSE: Readonly<Record<string, string>> = {
  assistant: "Assistant",
  booking: "Bookings",
  notice: "Automatic notice",
};

/** Who said it. `subject` is the person who looks, `customer` what the customer is called. */
export function saidBy({ role, author }: Message, customer: string, subject: string | undefined): string {
  if (role === "customer") return customer;
  if (role === "assistant") return HOUSE[author] ?? "Assistant";
  if (author && author === subject) return "You";
  return author && author !== "staff" ? author : "Staff";
}

const KINDS: Readonly<Record<string, string>> = {
  image: "Photo",
  video: "Video",
  audio: "Voice message",
  voice: "Voice message",
  document: "File",
  sticker: "Sticker",
  location: "Place on a map",
  contacts: "Contact",
  reaction: "Reaction",
  call: "Call",
  order: "Order",
  edit: "Edited",
  revoke: "Took a message back",
};
const TEXTS: readonly string[] = ["text", "interactive", "button"];

/** "Photo · teeth.jpg" for what is more than text; null for text. */
export function attachmentOf({ kind, media, content }: Message): string | null {
  const text = withoutKind(kind, content);
  if (media === null && TEXTS.includes(kind)) return text ? null : "Empty message";
  const words = KINDS[kind] ?? (text ? null : "A kind of message that cannot be read here");
  return words === null ? null : [words, media?.filename].filter(Boolean).join(" · ");
}

/** A message's words without what stands beside them, and the choices that were offered under it. */
export function toldIn({ role, kind, content, choices }: Pick<Message, "role" | "kind" | "content" | "choices">): Told {
  const text = withoutKind(kind, content);
  if (choices.length > 0 || role !== "assistant") return { text, choices };
  // Of older answers they are the last lines of the text: "[Yes, book it]".
  const lines = text.split("\n");
  const offered = lines.slice(lines.findLastIndex((line) => !/^\[.+\]$/.test(line)) + 1);
  if (offered.length === lines.length) return { text, choices };
  return {
    text: lines.slice(0, lines.length - offered.length).join("\n"),
    choices: offered.map((line) => line.slice(1, -1)),
  };
}

interface Told {
  text: string;
  choices: readonly string[];
}

/** What was said last, in a line: "Photo · My tooth". */
export function lineOf({ role, content }: NonNullable<Conversation["last"]>): string {
  const [, kind = "", caption = ""] = /^\[(\w+)\]\s*([^]*)$/.exec(content) ?? [];
  const words = KINDS[kind];
  if (words) return [words, caption].filter(Boolean).join(" · ");
  return toldIn({ role, kind: "text", content, choices: [] }).text;
}

/** "[image] My tooth", as a message is kept that is more than words, without its first word. */
function withoutKind(kind: string, content: string): string {
  const mark = `[${kind}]`;
  return !TEXTS.includes(kind) && content.startsWith(mark) ? content.slice(mark.length).trimStart() : content;
}

export interface Delivery {
  words: string;
  /** `one` and `two` ticks as WhatsApp draws them, `read` blue ones. */
  sign: "waiting" | "one" | "two" | "read" | "failed" | "doubt";
}

/** What came of one of ours; null for a customer's, and where nothing is known. */
export function deliveryOf({ delivery }: Message): Delivery | null {
  switch (delivery) {
    case "claimed":
    case "refused":
      return { words: "Being sent", sign: "waiting" };
    case "sent":
      return { words: "Sent", sign: "one" };
    case "delivered":
      return { words: "Delivered", sign: "two" };
    case "read":
      return { words: "Read", sign: "read" };
    case "failed":
      return { words: "Not delivered", sign: "failed" };
    case "unknown":
      return { words: "It is not known whether this arrived", sign: "doubt" };
    case "superseded":
      return { words: "Not sent, for it came too late", sign: "failed" };
    default:
      return null;
  }
}
