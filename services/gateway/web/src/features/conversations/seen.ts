/** Up to which moment this browser has shown each conversation; what a customer said since is new. */
import { useSyncExternalStore } from "react";

import type { Conversation } from "./api/list-conversations";

const SEEN = "frontdesk-seen";
const KEPT_MAX = 500;

type Seen = Readonly<Record<string, string>>;

const listeners = new Set<() => void>();
let kept: { text: string; seen: Seen } = { text: "{}", seen: {} };

export function useSeen(): Seen {
  return useSyncExternalStore(listen, read);
}

/** Whether the customer said something that was not shown here yet. */
export function isNew({ conversationId, last }: Conversation, seen: Seen): boolean {
  return last !== null && last.role === "customer" && last.at > (seen[conversationId] ?? "");
}

export function markSeen(conversationId: string, at: string): void {
  const { [conversationId]: before, ...others } = read();
  if (before !== undefined && before >= at) return;
  const latest = Object.entries({ ...others, [conversationId]: at }).slice(-KEPT_MAX);
  localStorage.setItem(SEEN, JSON.stringify(Object.fromEntries(latest)));
  listeners.forEach((tell) => tell());
}

/** The same object as long as nothing changed. */
function read(): Seen {
  const text = localStorage.getItem(SEEN) ?? "{}";
  if (text !== kept.text) kept = { text, seen: parsed(text) };
  return kept.seen;
}

function parsed(text: string): Seen {
  try {
    return JSON.parse(text) as Seen;
  } catch {
    return {};
  }
}

/** Another window of this browser may have shown it. */
function listen(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener("storage", tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener("storage", tell);
  };
}
