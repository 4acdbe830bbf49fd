/** Numbers and moments as the person's own language writes them. */

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "3.2 MB", in the binary steps in which limits are set. */
export function bytes(count: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(count, 1)) / 10), BYTE_UNITS.length - 1);
  const unit = BYTE_UNITS[step] ?? "byte";
  const shown = { style: "unit", unit, unitDisplay: step ? "short" : "long", maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(undefined, shown).format(count / 1024 ** step);
}

const AGO: readonly [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "5 minutes ago", "yesterday". */
export function ago(moment: string, now: Date = new Date()): string {
  const seconds = (new Date(moment).getTime() - now.getTime()) / 1000;
  const [unit, length] = AGO.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  if (unit === "second") return "just now";
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

/** `count(1, "passage")` is "1 passage", `count(3, "passage")` "3 passages". */
export function count(many: number, one: string, several = `${one}s`): string {
  return `${new Intl.NumberFormat().format(many)} ${many === 1 ? one : several}`;
}

/** A WhatsApp number as people write it: with a plus, once. */
export function numberOf(phone: string): string {
  return /^[1-9]\d+$/.test(phone) ? `+${phone}` : phone;
}
