/** The numbers beside a chart and the words under it. */

const STEPS = [1, 2, 5, 10] as const;

/**
 * Round numbers from 0 to one that nothing exceeds, in at most so many even steps: 0, 20, 40, 60. What is counted is
 * whole, so they are too.
 */
export function ticksFor(most: number, steps = 4): number[] {
  const rough = Math.max(most, 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((one) => one * power >= rough) ?? 10) * power);
  const count = Math.ceil(Math.max(most, 1) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export interface Label {
  /** Which of the bins it is under. */
  index: number;
  /** Its middle. */
  x: number;
}

interface Room {
  left: number;
  right: number;
  /** The widest label. */
  width: number;
  /** What stays free between two. */
  gap: number;
}

/**
 * Labels under some of the places, evenly far apart, the last one always among them; as many as there is room for
 * without two that touch or one that reaches over an edge.
 */
export function labelsUnder(centers: readonly number[], room: Room): Label[] {
  for (let stride = 1; stride < centers.length; stride++) {
    const labels = everyOther(centers, stride, room);
    if (areApart(labels, room)) return labels;
  }
  return everyOther(centers, centers.length, room);
}

function everyOther(centers: readonly number[], stride: number, { left, right, width }: Room): Label[] {
  const offset = (centers.length - 1) % stride;
  return centers
    .map((center, index) => ({ index, x: Math.max(left + width / 2, Math.min(center, right - width / 2)) }))
    .filter(({ index }) => index % stride === offset);
}

function areApart(labels: readonly Label[], { width, gap }: Room): boolean {
  return labels.every(({ x }, place) => place === 0 || x - (labels[place - 1]?.x ?? 0) >= width + gap);
}
