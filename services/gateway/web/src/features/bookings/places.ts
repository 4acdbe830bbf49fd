/** Free places, in words and from a refusal. */
import { ApiError } from "@/api/problem";
import { inWords, SHORT_DAY } from "@/components/days";

import type { FreePlace } from "./api/list-free-places";

/** The nearest places that a refusal tells of. */
export function freeIn(error: unknown): readonly FreePlace[] {
  const free = error instanceof ApiError ? error.problem.free : undefined;
  return Array.isArray(free) ? (free as FreePlace[]) : [];
}

/** Places by date, in the order in which they came. */
export function byDate(places: readonly FreePlace[]): [date: string, places: FreePlace[]][] {
  const dates = [...new Set(places.map((place) => place.date))];
  return dates.map((date) => [date, places.filter((place) => place.date === date)]);
}

/** "10:30", "Number 7, 3 before it". A number's time is only when it is likely to be called. */
export function inPlaceWords({ time, number, ahead }: FreePlace): string {
  if (number === null) return time ?? "Free";
  return ahead ? `Number ${number}, ${ahead} before it` : `Number ${number}, the first`;
}

/** The time to book it at; none where numbers are given. */
export function timeToBook({ time, number }: FreePlace): string {
  return number === null ? (time ?? "") : "";
}

export function dateWords(date: string): string {
  return inWords(date, SHORT_DAY);
}
