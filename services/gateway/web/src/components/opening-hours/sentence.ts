/** What opening hours come to, in a sentence. */
import { inWords, LONG_DAY } from "@/components/days";
import { count } from "@/components/words";

import type { Preview } from "./api/preview-schedule";
import type { Values } from "./values";

export function sentenceOf({ enabled, slotDuration }: Values, { days }: Pick<Preview, "days">): string {
  if (!enabled) return "Nobody can book: the assistant answers questions only.";
  const first = days.find((day) => day.times.length > 0 || day.numbers > 0);
  if (first === undefined) return "Nobody can book: every day is closed.";
  const day = inWords(first.date, LONG_DAY);
  if (first.numbers > 0) {
    const many = Math.max(...days.map(({ numbers }) => numbers));
    return `Customers get up to ${count(many, "number")} a day, the first on ${day}.`;
  }
  const places = days.reduce((sum, { times }) => sum + times.length, 0);
  const minutes = count(Number(slotDuration), "minute");
  return `In the next seven days customers can book ${count(places, "place")} of ${minutes}, the first on ${day} at ${first.times[0]}.`;
}
