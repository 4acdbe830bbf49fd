/** What the form holds of the assistant's settings, and what can be said of it before the server looks. */
import type { Schema } from "@/api/client";
import type { Line } from "@/components/editing/StaleNotice";

import type { Assistant } from "./api/read-assistant";

export type Values = { -readonly [Name in keyof Schema<"AssistantValues">]: string };

/** As many as the server keeps. */
export const CHARACTERS_MAX = { context: 8000, model: 100 } as const;

export function valuesOf({ context, model }: Assistant): Values {
  return { context, model };
}

/** Characters as the server counts them: by code point, so that most emoji are one. */
export function charactersIn(text: string): number {
  return [...text].length;
}

/** What is wrong, by field. The server looks again. */
export function check(values: Values): Record<string, string> {
  const names = Object.keys(CHARACTERS_MAX) as (keyof Values)[];
  const tooLong = names.filter((name) => charactersIn(values[name]) > CHARACTERS_MAX[name]);
  return Object.fromEntries(tooLong.map((name) => [name, tooLongBy(charactersIn(values[name]) - CHARACTERS_MAX[name])]));
}

/** The settings in words, part by part. */
export function linesOf({ context, model }: Values): Line[] {
  return [
    ["Instructions", context],
    ["Language model", model],
  ];
}

/** What is said at a field. */
export function tooLongBy(characters: number): string {
  const many = new Intl.NumberFormat().format(characters);
  return `This is ${many} ${characters === 1 ? "character" : "characters"} too long.`;
}
