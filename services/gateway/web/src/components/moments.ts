/** Moments of a chat: the time beside a message, the day above it. In the person's own language and time zone. */

/** "14:05". */
export function clock(moment: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
}

/** "Today", "Yesterday", "Monday, 3 March". */
export function dayOf(moment: string, now: Date = new Date()): string {
  const day = new Date(moment);
  const away = daysBetween(day, now);
  if (away === 0) return "Today";
  if (away === 1) return "Yesterday";
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", ...year }).format(day);
}

/** When something was, as short as a list needs it: the time today, else the day. */
export function shortly(moment: string, now: Date = new Date()): string {
  const day = new Date(moment);
  const away = daysBetween(day, now);
  if (away === 0) return clock(moment);
  if (away === 1) return "Yesterday";
  const week = away > 1 && away < 7;
  const shown = week ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(undefined, shown).format(day);
}

/** When something will be: "until 14:05", "until Tuesday, 4 March, 14:05". */
export function until(moment: string, now: Date = new Date()): string {
  const day = dayOf(moment, now);
  return day === "Today" ? `until ${clock(moment)}` : `until ${day}, ${clock(moment)}`;
}

/** Items in order, in groups of one day each. */
export function byDay<Item>(
  items: readonly Item[],
  momentOf: (item: Item) => string,
  now: Date = new Date(),
): { day: string; items: Item[] }[] {
  const days: { day: string; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayOf(momentOf(item), now);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** Whole days by the calendar, whatever the clock was changed by between them. */
function daysBetween(day: Date, now: Date): number {
  const midnights = [day, now].map((one) => Date.UTC(one.getFullYear(), one.getMonth(), one.getDate()));
  return ((midnights[1] ?? 0) - (midnights[0] ?? 0)) / 86_400_000;
}
