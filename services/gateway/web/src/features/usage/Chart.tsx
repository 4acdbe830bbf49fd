import { useElementSize } from "@mantine/hooks";

import type { Day } from "./api/read-usage";
import { type Bin, binned, nameOf, shortNameOf } from "./bins";
import classes from "./Chart.module.css";
import { barsOf, type Box, centersOf, heightOf, leftOver } from "./layout";
import { labelsUnder, ticksFor } from "./scale";
import { amountOf, compact, type Stacks, whole } from "./series";
import { useMarkedBin } from "./use-marked-bin";

const HEIGHT = 220;
const TOP = 8;
const UNDER = 24;
/** Until it is known how much room there is. */
const USUAL_WIDTH = 640;
/** A bin that is narrower cannot be told from its neighbours. */
const BIN_WIDTH_MIN = 9;
/** More pairs of bars than this are a thicket. */
const BINS_MAX = 60;
/** Of the axes' small letters, on the safe side. */
const LETTER_WIDTH = 6.5;
const TOOLTIP_WIDTH = 264;

interface Props {
  /** What it shows, in a few words. */
  label: string;
  days: readonly Day[];
  stacks: Stacks;
}

/** Bars by day, or by week on a narrow screen. The arrow keys go through them as a pointer does. */
export function Chart({ label, days, stacks }: Props) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const { bins, values, ticks, box } = laidOut(days, stacks, width);
  const most = ticks.at(-1) ?? 1;
  const centers = centersOf(bins.length, box);
  const { marked, handlers } = useMarkedBin(bins.length, box);
  const shown = bins[marked ?? bins.length - 1];

  return (
    <div ref={ref} className={classes.chart}>
      <div className={classes.unit}>{bins.length < days.length ? "per week" : "per day"}</div>
      <svg className={classes.drawing} width={width} height={HEIGHT} aria-hidden>
        <Axes ticks={ticks} most={most} box={box} bins={bins} centers={centers} width={width} />
        {marked !== null && <Mark center={centers[marked] ?? 0} count={bins.length} box={box} />}
        {barsOf(values, box, most).map(({ bin, stack, part, ...place }) => (
          <rect
            key={`${bin}-${stack}-${part}`}
            {...place}
            rx={Math.min(2, place.width / 3)}
            fill={stacks[stack]?.[part]?.color}
            className={classes.bar}
          />
        ))}
      </svg>
      <div
        className={classes.plot}
        style={{ left: box.left, bottom: UNDER, width: box.width, height: box.height }}
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={bins.length}
        aria-valuenow={(marked ?? bins.length - 1) + 1}
        aria-valuetext={shown && inWords(shown, stacks)}
        {...handlers}
      />
      {marked !== null && shown && <Tooltip bin={shown} stacks={stacks} center={centers[marked] ?? 0} width={width} />}
    </div>
  );
}

function laidOut(days: readonly Day[], stacks: Stacks, width: number) {
  const bins = binned(days, Math.min(BINS_MAX, Math.floor((width - UNDER) / BIN_WIDTH_MIN)));
  const values = bins.map((bin) => stacks.map((stack) => stack.map((one) => amountOf(one, bin.days))));
  const ticks = ticksFor(Math.max(0, ...values.flat().map((parts) => parts.reduce((sum, part) => sum + part, 0))));
  const left = Math.ceil(Math.max(...ticks.map((tick) => compact(tick).length)) * LETTER_WIDTH) + 8;
  const box: Box = { left, top: TOP, width: Math.max(1, width - left), height: HEIGHT - TOP - UNDER };
  return { bins, values, ticks, box };
}

interface AxesProps {
  ticks: readonly number[];
  most: number;
  box: Box;
  bins: readonly Bin[];
  centers: readonly number[];
  width: number;
}

function Axes({ ticks, most, box, bins, centers, width }: AxesProps) {
  const names = bins.map(shortNameOf);
  const widest = Math.max(...names.map((name) => name.length)) * LETTER_WIDTH;
  const labels = labelsUnder(centers, { left: 0, right: width, width: widest, gap: 10 });
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={box.left}
            x2={width}
            y1={heightOf(tick, box, most)}
            y2={heightOf(tick, box, most)}
            className={tick === 0 ? classes.ground : classes.line}
          />
          <text x={box.left - 8} y={heightOf(tick, box, most)} dy="0.35em" textAnchor="end" className={classes.word}>
            {compact(tick)}
          </text>
        </g>
      ))}
      {labels.map(({ index, x }) => (
        <text key={index} x={x} y={HEIGHT - 5} textAnchor="middle" className={classes.word}>
          {names[index]}
        </text>
      ))}
    </>
  );
}

function Mark({ center, count, box }: { center: number; count: number; box: Box }) {
  const width = box.width / count;
  return <rect x={center - width / 2} y={box.top} width={width} height={box.height} rx={3} className={classes.mark} />;
}

interface TooltipProps {
  bin: Bin;
  stacks: Stacks;
  center: number;
  width: number;
}

/** What the slider says, for those who see. */
function Tooltip({ bin, stacks, center, width }: TooltipProps) {
  const wide = Math.min(TOOLTIP_WIDTH, width);
  return (
    <div className={classes.tooltip} style={{ left: leftOver(center, wide, width), width: wide, bottom: HEIGHT }} aria-hidden>
      <div className={classes.day}>{nameOf(bin)}</div>
      {stacks.flat().map((one) => (
        <div key={one.name} className={classes.entry}>
          <span className={classes.swatch} style={{ background: one.color }} />
          <span className={classes.name}>{one.name}</span>
          <span className={classes.number}>{whole(amountOf(one, bin.days))}</span>
        </div>
      ))}
    </div>
  );
}

function inWords(bin: Bin, stacks: Stacks): string {
  const amounts = stacks.flat().map((one) => `${one.name}: ${whole(amountOf(one, bin.days))}`);
  return [nameOf(bin), ...amounts].join(". ");
}
