/** What can be typed instead of a document, and the text that it becomes. */
import type { Schema } from "@/api/client";

export interface TextValues extends Record<string, unknown> {
  way: "answers" | "text";
  offer: string;
  place: string;
  before: string;
  name: string;
  text: string;
}

export const EMPTY: TextValues = { way: "answers", offer: "", place: "", before: "", name: "", text: "" };

export const QUESTIONS = [
  {
    field: "offer",
    heading: "What we offer, and what it costs",
    label: "What do you offer, and what does it cost?",
    placeholder: "Haircut 35 euro, half an hour. Colour from 80 euro, one and a half hours.",
  },
  {
    field: "place",
    heading: "Where we are, and how to get here",
    label: "Where are you, and how do people get to you?",
    placeholder: "Market Street 4, beside the pharmacy. Bus 12 stops in front. Parking in the yard.",
  },
  {
    field: "before",
    heading: "What to know before a visit",
    label: "What should people know before they come?",
    placeholder: "Bring your insurance card. Cancel at least a day ahead. We take cards and cash.",
  },
] as const;

const TEXT_CHARACTERS_MAX = 100_000;
const NAME_CHARACTERS_MAX = 200;
const ANSWERS_NAME = "Answers to common questions";

/** Whether nothing was typed that could be added. */
export function isBlank(values: TextValues): boolean {
  return values.way === "text" ? !values.text.trim() : QUESTIONS.every(({ field }) => !values[field].trim());
}

/** What is wrong, by field. The server looks again. */
export function check({ way, name, text }: TextValues): Record<string, string> {
  if (way === "answers" || !text.trim()) return {};
  return {
    ...(!name.trim() && { name: "Give it a name, so that you find it again: Price list." }),
    ...(name.trim().length > NAME_CHARACTERS_MAX && { name: `At most ${NAME_CHARACTERS_MAX} characters.` }),
    ...(text.length > TEXT_CHARACTERS_MAX && {
      text: `This has ${text.length} characters; at most ${TEXT_CHARACTERS_MAX} can be read at once.`,
    }),
  };
}

/** The text to add. One of the same name would replace what was there, so answers given later get a name of their own. */
export function textOf(values: TextValues, taken: readonly string[]): Pick<Schema<"TextToAdd">, "name" | "text"> {
  if (values.way === "text") return { name: values.name.trim(), text: values.text };
  const answered = QUESTIONS.filter(({ field }) => values[field].trim());
  const text = answered.map(({ field, heading }) => `# ${heading}\n\n${values[field].trim()}`).join("\n\n");
  return { name: freeName(ANSWERS_NAME, taken), text };
}

function freeName(name: string, taken: readonly string[]): string {
  for (let time = 1; ; time++) {
    const tried = time === 1 ? name : `${name} ${time}`;
    if (!taken.includes(tried)) return tried;
  }
}
