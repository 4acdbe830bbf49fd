/** Times as people write them. */
import { minutesOf, timeOf } from "@/components/days";

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** "9", "930", "9.30", "09:30" and "5pm" as "HH:MM"; null for what is no time. "24:00" is the end of the day. */
export function timeIn(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, hours = "", minutes = "0", half] = match;
  const isTwelve = half !== undefined;
  if (isTwelve && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = isTwelve ? (Number(hours) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hours);
  const total = hour * HOUR_MINUTES + Number(minutes);
  return Number(minutes) < HOUR_MINUTES && total <= DAY_MINUTES ? timeOf(total) : null;
}

export function isBefore(time: string, other: string): boolean {
  return minutesOf(time) < minutesOf(other);
}
