import type { Day } from "./api/read-usage";
import { Chart } from "./Chart";
import classes from "./Chart.module.css";
import { NumbersTable } from "./NumbersTable";
import type { Stacks } from "./series";

interface Props {
  label: string;
  days: readonly Day[];
  stacks: Stacks;
}

/** A chart with what its colours mean, and the same numbers as a table. */
export function Figure({ label, days, stacks }: Props) {
  const series = stacks.flat();
  return (
    <figure className={classes.figure} aria-label={label}>
      <ul className={classes.legend} aria-label="Colours">
        {series.map(({ name, color }) => (
          <li key={name}>
            <span className={classes.swatch} style={{ background: color }} aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <Chart label={label} days={days} stacks={stacks} />
      <NumbersTable label={label} days={days} series={series} />
    </figure>
  );
}
