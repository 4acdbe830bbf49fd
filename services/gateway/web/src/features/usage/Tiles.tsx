import { Paper } from "@mantine/core";

import { compact, whole } from "./series";
import classes from "./Tiles.module.css";
import { percent, shareWithoutPerson, type Totals } from "./totals";

/** The sums of the days that are shown. */
export function Tiles({ totals, hasTokens }: { totals: Totals; hasTokens: boolean }) {
  const share = shareWithoutPerson(totals);
  return (
    <dl className={classes.tiles} data-many={hasTokens || undefined}>
      <Tile name="Messages received" value={whole(totals.received)} />
      <Tile name="Answered by the assistant" value={whole(totals.answered)} />
      <Tile name="Written by your team" value={whole(totals.written)} />
      <Tile name="Replies without a person" value={share === null ? "–" : percent(share)} />
      {hasTokens && (
        <>
          <Tile name="Tokens read" value={fitting(totals.read + totals.searchable)} />
          <Tile name="Tokens written" value={fitting(totals.said)} />
        </>
      )}
    </dl>
  );
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder className={classes.tile ?? ""}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{value}</dd>
    </Paper>
  );
}

/** Half a phone's width is room for six digits. */
function fitting(number: number): string {
  return number < 1_000_000 ? whole(number) : compact(number);
}
