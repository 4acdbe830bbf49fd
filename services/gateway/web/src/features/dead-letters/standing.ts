/** Where a row stands: waiting for somebody, tried again, or too old for that. */
import type { DeadLetter } from "./api/list-dead-letters";

export type Standing = "waiting" | "tried" | "too-old";

export function standingOf(letter: Pick<DeadLetter, "replays" | "replayableUntil">, now: Date = new Date()): Standing {
  if (letter.replays > 0) return "tried";
  return new Date(letter.replayableUntil) < now ? "too-old" : "waiting";
}

/** Where a person can look at what it was about. */
export function placeOf({ conversationId, topic }: Pick<DeadLetter, "conversationId" | "topic">) {
  if (topic === "doc.uploaded") return { href: "/documents", words: "See your documents" };
  if (conversationId) {
    return { href: `/conversations?${new URLSearchParams({ conversation: conversationId })}`, words: "Open the conversation" };
  }
  if (topic === "booking.requested") return { href: "/bookings", words: "See your bookings" };
  return null;
}
