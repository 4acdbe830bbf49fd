/** Dates without a time, "2025-03-01": counted through and written as the person's own language does. */

const DAY_MILLISECONDS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** The date it is now where the business is. */
export function todayIn(timezone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" }).format(now);
}

/** Minutes since midnight where the business is. */
export function minutesIn(timezone: string, now: Date = new Date()): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, timeStyle: "short" }).format(now);
  return minutesOf(parts);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The seven dates of the week that a date is in, from Monday on. */
export function weekOf(day: string): string[] {
  const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % DAYS_OF_WEEK;
  return Array.from({ length: DAYS_OF_WEEK }, (_, ahead) => addDays(day, ahead - sinceMonday));
}

/** Whether this is a date that a calendar has. */
export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** `inWords("2025-03-01", { weekday: "long" })` is "Saturday". */
export function inWords(day: string, shown: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...shown, timeZone: "UTC" }).format(Date.parse(day));
}

export const LONG_DAY = { weekday: "long", day: "numeric", month: "long" } as const;
export const SHORT_DAY = { weekday: "short", day: "numeric", month: "short" } as const;

/** "09:30" is 570 minutes since midnight, "24:00" 1440. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** 570 is "09:30". */
export function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
