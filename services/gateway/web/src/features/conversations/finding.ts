/** Which of the conversations are shown. */
import type { Conversation } from "./api/list-conversations";
import { holderOf } from "./state";

export const SHOWN = ["all", "waiting", "people"] as const;
/** `waiting`: needs a person. `people`: somebody has it, the assistant is silent. */
export type Shown = (typeof SHOWN)[number];

export function shownOf(given: string | null): Shown {
  return SHOWN.find((one) => one === given) ?? "all";
}

/** Those of a kind that hold all words of `find`, in the name, the number or the last message. */
export function found(conversations: readonly Conversation[], find: string, shown: Shown, now: Date): Conversation[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  return conversations.filter((conversation) => isOf(shown, conversation, now) && holds(conversation, words));
}

function isOf(shown: Shown, conversation: Conversation, now: Date): boolean {
  if (shown === "all") return true;
  const holder = holderOf(conversation, undefined, now);
  return shown === "waiting" ? holder === "anyone" : holder !== "assistant";
}

function holds({ name, phone, last }: Conversation, words: readonly string[]): boolean {
  const text = plain(`${name} ${phone} ${last?.content ?? ""}`);
  return words.every((word) => text.includes(word.replace(/^\+(?=\d)/, "")));
}

/** "Zoë" is found by "zoe". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}
