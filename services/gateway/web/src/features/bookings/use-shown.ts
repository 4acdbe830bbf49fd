/** What the page shows: it stands in the address, so that it can be sent to somebody and gone back to. */
import { useMediaQuery } from "@mantine/hooks";
import { useSearchParams } from "wouter";

import { addDays, isDay, weekOf } from "@/components/days";

export type View = "day" | "week";

const PHONE = "(max-width: 48em)";

/**
 * `?day=2025-03-01&view=week&booking=b-1&gone=1`. Without a day it is today; without a view the week, but the day on a
 * phone, and where customers have numbers: a queue is run from it.
 */
export function useShown(today: string, isNumbered: boolean) {
  const [search, setSearch] = useSearchParams();
  const isPhone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) ?? false;
  const asked = search.get("day");
  const day = isDay(asked) ? asked : today;
  const named = search.get("view");
  const view: View = named === "day" || named === "week" ? named : isPhone || isNumbered ? "day" : "week";

  function show(changes: Record<string, string | null>) {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  }

  return {
    day,
    view,
    isPhone,
    days: view === "day" ? [day] : weekOf(day),
    bookingId: search.get("booking"),
    /** Whether what was declined, cancelled or ran out is drawn too. */
    withGone: search.get("gone") === "1",
    setDay: (to: string) => show({ day: to === today ? null : to }),
    move: (steps: 1 | -1) => show({ day: addDays(day, steps * (view === "day" ? 1 : 7)) }),
    setView: (to: View) => show({ view: to }),
    openDay: (to: string) => show({ day: to, view: "day" }),
    open: (bookingId: string | null) => show({ booking: bookingId }),
    setWithGone: (is: boolean) => show({ gone: is ? "1" : null }),
  };
}

export type Shown = ReturnType<typeof useShown>;
