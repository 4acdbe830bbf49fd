/** Where the bars of a chart stand, in pixels from its upper left corner. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Bar {
  /** Which bin, which of its bars, and which part of that bar from below. */
  bin: number;
  stack: number;
  part: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of a bin's width, what its bars take. */
const FILLED = 0.72;
const BAR_WIDTH_MAX = 26;
const BETWEEN_BARS = 1;

export function centersOf(count: number, { left, width }: Box): number[] {
  return Array.from({ length: count }, (_, index) => left + ((index + 0.5) * width) / count);
}

/**
 * The bars of `values[bin][stack][part]`: stacks of a bin side by side, parts of a stack on each other. `most` is what
 * reaches the top. What is nothing has no bar.
 */
export function barsOf(values: readonly (readonly (readonly number[])[])[], box: Box, most: number): Bar[] {
  const centers = centersOf(values.length, box);
  return values.flatMap((stacks, bin) => {
    const room = (box.width / values.length) * FILLED;
    const width = Math.min(BAR_WIDTH_MAX, (room - BETWEEN_BARS * (stacks.length - 1)) / stacks.length);
    const all = width * stacks.length + BETWEEN_BARS * (stacks.length - 1);
    const left = (centers[bin] ?? 0) - all / 2;
    return stacks.flatMap((parts, stack) => {
      const x = left + stack * (width + BETWEEN_BARS);
      return stacked(parts, box, most).map((part) => ({ bin, stack, x, width, ...part }));
    });
  });
}

function stacked(parts: readonly number[], { top, height }: Box, most: number) {
  let below = 0;
  return parts
    .map((value, part) => {
      const tall = (value / most) * height;
      below += tall;
      return { part, y: top + height - below, height: tall };
    })
    .filter((bar) => bar.height > 0);
}

/** The height at which a value stands. */
export function heightOf(value: number, { top, height }: Box, most: number): number {
  return top + height - (value / most) * height;
}

/** The bin that is under a pointer. The nearest one, beside the chart. */
export function binAt(x: number, count: number, { left, width }: Box): number {
  return Math.max(0, Math.min(count - 1, Math.floor(((x - left) / width) * count)));
}

/** The left edge of what is to stand over a place, without reaching over an edge. */
export function leftOver(center: number, width: number, whole: number): number {
  return Math.max(0, Math.min(center - width / 2, whole - width));
}
