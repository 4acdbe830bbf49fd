/** What was typed and not saved yet, kept in this browser tab: leaving the page or reloading it loses nothing. */

export interface Draft<Values> {
  /** What was edited, as it stood then. */
  base: Values;
  version: string;
  values: Values;
}

const PREFIX = "frontdesk-draft:";

export function draftOf<Values>(name: string): Draft<Values> | null {
  const kept = sessionStorage.getItem(PREFIX + name);
  return kept === null ? null : (JSON.parse(kept) as Draft<Values>);
}

export function keepDraft<Values>(name: string, draft: Draft<Values>): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(draft));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}
