/** Sums over the days that are shown. */
import type { Day } from "./api/read-usage";

export interface Totals {
  received: number;
  answered: number;
  written: number;
  /** Tokens that language models read and wrote, and those that made documents searchable. */
  read: number;
  said: number;
  searchable: number;
}

export function totalsOf(days: readonly Day[]): Totals {
  const sum = (of: (day: Day) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    received: sum((day) => day.received),
    answered: sum((day) => day.answered),
    written: sum((day) => day.written),
    read: sum(readOn),
    said: sum((day) => day.outputTokens),
    searchable: sum((day) => day.embeddingTokens),
  };
}

/** What language models read on a day. */
export function readOn(day: Day): number {
  return day.inputTokens - day.embeddingTokens;
}

export function tokensOf({ read, said, searchable }: Totals): number {
  return read + said + searchable;
}

/** Of all replies, the share that no person had to write; null where there was none. */
export function shareWithoutPerson({ answered, written }: Totals): number | null {
  const replies = answered + written;
  return replies === 0 ? null : answered / replies;
}

/** "87 %". What is not quite all is never said to be all, nor what is not quite nothing to be nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const shown = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded;
  return new Intl.NumberFormat(undefined, { style: "percent" }).format(shown / 100);
}

/** Whether nothing at all happened. */
export function isQuiet(totals: Totals): boolean {
  return Object.values(totals).every((total) => total === 0);
}
