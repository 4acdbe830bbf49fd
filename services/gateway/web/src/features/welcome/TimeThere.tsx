import { useInterval } from "@mantine/hooks";
import { useState } from "react";

const MINUTE_MILLISECONDS = 60_000;

/** What the clock says in a timezone: the quickest way to see whether it is the right one. */
export function TimeThere({ timezone }: { timezone: string }) {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), MINUTE_MILLISECONDS, { autoInvoke: true });
  if (!timezone) return "Type the name of a big city near you.";
  const isGuessed = timezone === Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${isGuessed ? "Guessed from this browser: there" : "There"} it is ${timeIn(timezone, now)} now.`;
}

function timeIn(timezone: string, now: Date): string {
  return new Intl.DateTimeFormat(undefined, { timeZone: timezone, weekday: "long", hour: "2-digit", minute: "2-digit" }).format(now);
}
