/** Who has a conversation, and what may be done in it, in words. */
import { until } from "@/components/moments";
import { numberOf } from "@/components/words";

import type { Conversation } from "./api/list-conversations";

/** Who holds a conversation that waits for any person. */
const ANYONE = "staff";
/** Who holds one that was answered from the business's own phone. */
const OWN_PHONE = "owner phone";
const WINDOW_MILLISECONDS = 24 * 60 * 60 * 1000;

export type Holder = "assistant" | "anyone" | "you" | "phone" | "colleague";

export interface State {
  holder: Holder;
  label: string;
  words: string;
  color: string;
}

/** Who has it now. A hold past its end is the assistant's again. `subject` is the person who looks. */
export function holderOf({ heldBy, heldUntil }: Conversation, subject: string | undefined, now: Date): Holder {
  if (!heldBy || (heldUntil !== null && new Date(heldUntil) <= now)) return "assistant";
  if (heldBy === ANYONE) return "anyone";
  if (heldBy === OWN_PHONE) return "phone";
  return heldBy === subject ? "you" : "colleague";
}

/** Who has it, for a badge (`label`) and in a sentence. */
export function stateOf(conversation: Conversation, subject: string | undefined, now: Date): State {
  const { heldBy, heldUntil, heldReason, stopped, turnOpen } = conversation;
  const holder = holderOf(conversation, subject, now);
  const end = heldUntil === null ? "until it is handed back" : until(heldUntil, now);
  if (stopped) {
    const words = `${nameOf(conversation)} wrote STOP. The assistant sends nothing more until they write START.`;
    return { holder, label: "Stopped", words, color: "red" };
  }
  switch (holder) {
    case "anyone":
      return { holder, label: "Needs a person", words: `The assistant waits for one of you. ${sentence(heldReason)}`.trim(), color: "orange" };
    case "you":
      return { holder, label: "With you", words: `You have it. The assistant is silent ${end}.`, color: "blue" };
    case "phone":
      return { holder, label: "Your own phone", words: `Answered from the business's own phone. The assistant is silent ${end}.`, color: "blue" };
    case "colleague":
      return { holder, label: `With ${heldBy}`, words: `${heldBy} has it. The assistant is silent ${end}.`, color: "blue" };
    case "assistant":
      return turnOpen
        ? { holder, label: "Answering", words: "The assistant is writing an answer.", color: "pine" }
        : { holder, label: "Assistant", words: "The assistant answers here.", color: "pine" };
  }
}

/** Whether WhatsApp still takes what a business writes: for 24 hours after the customer's last message. */
export function isWindowOpen({ lastInboundAt }: Conversation, now: Date): boolean {
  return lastInboundAt !== null && now.getTime() < new Date(lastInboundAt).getTime() + WINDOW_MILLISECONDS;
}

/** What the customer is called: their name, else their number. */
export function nameOf({ name, phone }: Conversation): string {
  return name || numberOf(phone) || "Somebody without a name";
}

/** Reasons of older conversations are not all sentences. */
function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return !begun || /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
