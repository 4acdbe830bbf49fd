/**
 * The key of an act whose answer was not seen yet. It outlives a reload, so that whoever lost the connection, came back
 * and pressed again has made one thing, not two.
 */
import { newKey } from "@/api/act";

const PLACE = "frontdesk-key:new-business";

interface Kept {
  key: string;
  body: string;
}

/** The same key for the same body, until it is forgotten. */
export function keyFor(given: object): string {
  const body = JSON.stringify(given);
  const text = sessionStorage.getItem(PLACE);
  const kept = text === null ? null : (JSON.parse(text) as Kept);
  if (kept?.body === body) return kept.key;
  const key = newKey();
  sessionStorage.setItem(PLACE, JSON.stringify({ key, body } satisfies Kept));
  return key;
}

export function forgetKey(): void {
  sessionStorage.removeItem(PLACE);
}
