/** Two edits of the same thing, brought together. */

type Plain = Record<string, unknown>;

/** What was changed of `base` in `mine`, done to `theirs`. Where both changed the same, mine stays. */
export function rebased<Values>(base: Values, mine: Values, theirs: Values): Values {
  if (isSame(mine, base)) return theirs;
  if (!isPlain(base) || !isPlain(mine) || !isPlain(theirs)) return mine;
  const names = Object.keys(mine);
  return Object.fromEntries(names.map((name) => [name, rebased(base[name], mine[name], theirs[name])])) as Values;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
