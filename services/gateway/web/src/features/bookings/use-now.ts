/** The time, kept current: for "7 minutes" and the line across the calendar. */
import { useEffect, useState } from "react";

const EVERY_MILLISECONDS = 15_000;

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
