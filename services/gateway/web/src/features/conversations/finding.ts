/** Which of the conversations are shown. Names and numbers are the server's to find. */
import type { Conversation } from "./api/list-conversations";
import { holderOf } from "./state";

export const SHOWN = ["all", "waiting", "people"] as const;
/** `waiting`: needs a person. `people`: somebody has it, the assistant is silent. */
export type Shown = (typeof SHOWN)[number];

export function shownOf(given: string | null): Shown {
  return SHOWN.find((one) => one === given) ?? "all";
}

/** Those of a kind. */
export function those(shown: Shown, conversations: readonly Conversation[], now: Date): readonly Conversation[] {
  if (shown === "all") return conversations;
  return conversations.filter((conversation) => {
    const holder = holderOf(conversation, undefined, now);
    return shown === "waiting" ? holder === "anyone" : holder !== "assistant";
  });
}
