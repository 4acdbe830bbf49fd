/** What the charts show: each series' name, colour and number of a day. */
import type { Day } from "./api/read-usage";
import { readOn } from "./totals";

export interface Series {
  name: string;
  /** For the head of a column. */
  short: string;
  /** A colour of Chart.module.css. */
  color: string;
  of: (day: Day) => number;
}

/** Bars side by side; the series of one bar stand on each other. */
export type Stacks = readonly (readonly Series[])[];

export const MESSAGES: Stacks = [
  [{ name: "Received", short: "Received", color: "var(--chart-slate)", of: (day) => day.received }],
  [
    { name: "Answered by the assistant", short: "Assistant", color: "var(--chart-pine)", of: (day) => day.answered },
    { name: "Written by your team", short: "Your team", color: "var(--chart-amber)", of: (day) => day.written },
  ],
];

export const TOKENS: Stacks = [
  [
    { name: "Read by the language model", short: "Read", color: "var(--chart-blue)", of: readOn },
    { name: "Written by the language model", short: "Written", color: "var(--chart-amber)", of: (day) => day.outputTokens },
    { name: "Making documents searchable", short: "For documents", color: "var(--chart-slate)", of: (day) => day.embeddingTokens },
  ],
];

/** How much of a series there is in some days together. */
export function amountOf({ of }: Series, days: readonly Day[]): number {
  return days.reduce((sum, day) => sum + of(day), 0);
}

/** The same without the series that are nothing in all of these days. */
export function withoutEmpty(stacks: Stacks, days: readonly Day[]): Stacks {
  return stacks.map((stack) => stack.filter((one) => amountOf(one, days) > 0)).filter((stack) => stack.length > 0);
}

const WHOLE = new Intl.NumberFormat();
const COMPACT = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });

/** "12,345". */
export function whole(number: number): string {
  return WHOLE.format(number);
}

/** "12K", for where there is little room. */
export function compact(number: number): string {
  return COMPACT.format(number);
}
