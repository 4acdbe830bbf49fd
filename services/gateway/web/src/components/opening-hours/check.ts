/** What is wrong with opening hours, by field, before the server is asked; it looks again. */
import { isBefore, timeIn } from "./clock";
import { DAYS, type Hours, type Values } from "./values";

export const MINUTES = { min: 1, max: 720 };
export const NUMBERS = { min: 1, max: 1000 };

const NO_TIME = "Write a time like 09:30.";

type Problems = Record<string, string>;

export function check(values: Values): Problems {
  return {
    ...within("slotDuration", values.slotDuration, MINUTES),
    ...within("maxTokensPerDay", values.maxTokensPerDay, NUMBERS),
    ...(values.timezone ? {} : { timezone: "Choose the timezone your hours are in." }),
    ...Object.assign({}, ...DAYS.map((name) => named(`days.${name}`, problemsOf(values.days[name])))),
  };
}

function within(field: string, value: number | "", { min, max }: { min: number; max: number }): Problems {
  const isGood = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  return isGood ? {} : { [field]: `Give a whole number from ${min} to ${max}.` };
}

function named(at: string, problems: Partial<Record<keyof Hours, string>>): Problems {
  return Object.fromEntries(Object.entries(problems).map(([field, words]) => [`${at}.${field}`, words]));
}

function problemsOf(hours: Hours): Partial<Record<keyof Hours, string>> {
  const opens = timeIn(hours.startTime);
  const closes = timeIn(hours.endTime);
  if (opens === null || closes === null) {
    return { ...(opens === null && { startTime: NO_TIME }), ...(closes === null && { endTime: NO_TIME }) };
  }
  if (!isBefore(opens, closes)) return { endTime: `Closing comes after opening at ${opens}.` };
  return hours.breakStart || hours.breakEnd ? problemsOfBreak(hours, opens, closes) : {};
}

function problemsOfBreak(hours: Hours, opens: string, closes: string): Partial<Record<keyof Hours, string>> {
  const begins = timeIn(hours.breakStart);
  const ends = timeIn(hours.breakEnd);
  if (begins === null) return { breakStart: NO_TIME };
  if (ends === null) return { breakEnd: NO_TIME };
  if (!isBefore(begins, ends)) return { breakEnd: `The break ends after it begins at ${begins}.` };
  if (isBefore(begins, opens) || isBefore(closes, ends)) {
    return { breakStart: `The break lies between ${opens} and ${closes}.` };
  }
  return {};
}
