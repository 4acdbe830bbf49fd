/** Short words in a corner, gone by themselves and read out by screen readers: for what was done, not for errors. */
import { useSyncExternalStore } from "react";

export interface Notice {
  id: number;
  words: string;
}

const SHOWN_MAX = 3;
const SHOWN_MILLISECONDS = 5_000;

let notices: readonly Notice[] = [];
let latest = 0;
const listeners = new Set<() => void>();

/** Say it in passing. */
export function say(words: string): void {
  const notice = { id: ++latest, words };
  tell([...notices, notice].slice(-SHOWN_MAX));
  setTimeout(() => unsay(notice.id), SHOWN_MILLISECONDS);
}

export function unsay(id: number): void {
  tell(notices.filter((notice) => notice.id !== id));
}

/** What is said just now. */
export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(listen, () => notices);
}

function tell(now: readonly Notice[]): void {
  notices = now;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
