/** What the profile's form holds, and what can be said of it before the server looks. */
import type { Schema } from "@/api/client";
import type { Line } from "@/components/editing/StaleNotice";

import type { Profile } from "./api/read-profile";

export type Values = { -readonly [Name in keyof Schema<"ProfileValues">]: string };

export const FIELDS = {
  businessName: { label: "Name", charactersMax: 120 },
  businessType: { label: "Kind of business", charactersMax: 80 },
  contactPhone: { label: "Phone", charactersMax: 40 },
  contactEmail: { label: "Email", charactersMax: 254 },
  description: { label: "About the business", charactersMax: 8000 },
} as const satisfies Record<keyof Values, { label: string; charactersMax: number }>;

const NAMES = Object.keys(FIELDS) as (keyof Values)[];
const MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

export function valuesOf(profile: Profile): Values {
  return Object.fromEntries(NAMES.map((name) => [name, profile[name]])) as Values;
}

/** What is wrong, by field. The server looks again. */
export function check(values: Values): Record<string, string> {
  const problems = NAMES.map((name) => [name, problemOf(name, values[name].trim())] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== ""));
}

/** The profile in words, part by part. */
export function linesOf(values: Values): Line[] {
  return NAMES.map((name) => [FIELDS[name].label, values[name]]);
}

function problemOf(name: keyof Values, value: string): string {
  const { charactersMax } = FIELDS[name];
  if (value.length > charactersMax) return `This has ${value.length} characters; at most ${charactersMax} are kept.`;
  if (name === "businessName" && value === "") return "A business needs a name.";
  if (name === "contactEmail" && value !== "" && !MAIL.test(value)) {
    return "This is not a mail address. It looks like desk@example.com.";
  }
  return "";
}
