/** Days as a chart shows them: each by itself, or by week where that would be too narrow to see. */
import { inWords, LONG_DAY, weekOf } from "@/components/days";

import type { Day } from "./api/read-usage";

export interface Bin {
  first: string;
  last: string;
  days: readonly Day[];
}

/** One bin a day if there are at most so many, else one a week, from Monday on; those at the ends may be shorter. */
export function binned(days: readonly Day[], most: number): Bin[] {
  const isByDay = days.length <= most;
  const bins: { monday: string; days: Day[] }[] = [];
  for (const day of days) {
    const [monday = day.date] = isByDay ? [day.date] : weekOf(day.date);
    const last = bins.at(-1);
    if (last?.monday === monday) last.days.push(day);
    else bins.push({ monday, days: [day] });
  }
  return bins.map(({ days: [first, ...more] }) => spanned(first as Day, more));
}

/** "Monday, 3 March", "3 – 9 March". */
export function nameOf({ first, last }: Bin): string {
  if (first === last) return inWords(first, LONG_DAY);
  const span = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", timeZone: "UTC" });
  return span.formatRange(Date.parse(first), Date.parse(last));
}

/** As short as an axis needs it: "3 Mar". */
export function shortNameOf({ first }: Bin): string {
  return inWords(first, { day: "numeric", month: "short" });
}

function spanned(first: Day, more: readonly Day[]): Bin {
  return { first: first.date, last: (more.at(-1) ?? first).date, days: [first, ...more] };
}
