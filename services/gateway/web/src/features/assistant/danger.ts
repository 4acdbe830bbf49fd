/** What the form holds of the signs of danger, and what can be said of it before the server looks. */
import type { Line } from "@/components/editing/StaleNotice";

import type { Danger } from "./api/read-danger";
import { charactersIn, tooLongBy } from "./values";

export type Values = {
  enabled: boolean;
  /** The owner's own words, one a line. */
  words: string;
  contact: string;
};

/** As much as the server keeps. */
const PHRASES_MAX = 100;
const PHRASE_CHARACTERS = { min: 3, max: 80 } as const;
const CONTACT_CHARACTERS_MAX = 200;

export function valuesOf({ enabled, words, contact }: Danger): Values {
  return { enabled, words: words.join("\n"), contact };
}

/** The phrases in what was typed: a line each, spaces tidied, none twice. */
export function phrasesIn(words: string): string[] {
  const lines = words.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** What is wrong, by field. The server looks again. */
export function check({ words, contact }: Values): Record<string, string> {
  const wrong = { words: wrongIn(phrasesIn(words)), contact: wrongContact(contact.trim()) };
  return Object.fromEntries(Object.entries(wrong).filter(([, problem]) => problem !== ""));
}

/** The settings in words, part by part. */
export function linesOf({ enabled, words, contact }: Values): Line[] {
  return [
    ["Goes to a person", enabled ? "Yes" : "No"],
    ["Your own words", phrasesIn(words).join(", ")],
    ["How you are reached", contact],
  ];
}

function wrongIn(phrases: readonly string[]): string {
  if (phrases.length > PHRASES_MAX) return `These are ${phrases.length} lines; there is room for ${PHRASES_MAX}.`;
  const { min, max } = PHRASE_CHARACTERS;
  const short = phrases.find((phrase) => charactersIn(phrase) < min);
  if (short !== undefined) return `“${short}” is too short: at least ${min} characters, or it is found everywhere.`;
  const long = phrases.find((phrase) => charactersIn(phrase) > max);
  return long === undefined ? "" : `“${[...long].slice(0, 30).join("")}…” is too long: at most ${max} characters a line.`;
}

function wrongContact(contact: string): string {
  const over = charactersIn(contact) - CONTACT_CHARACTERS_MAX;
  return over > 0 ? tooLongBy(over) : "";
}
