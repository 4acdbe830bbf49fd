/** How many days are shown. It stands in the address: `?days=90`. */
export const RANGES = [7, 30, 90] as const;

export type Range = (typeof RANGES)[number];

const USUAL: Range = 30;

/** What the address asks for; the usual range where it asks for none that there is. */
export function rangeOf(text: string | null): Range {
  return RANGES.find((range) => String(range) === text) ?? USUAL;
}

/** What the address says then: nothing for the usual range. */
export function searchOf(range: Range): Record<string, string> {
  return range === USUAL ? {} : { days: String(range) };
}
