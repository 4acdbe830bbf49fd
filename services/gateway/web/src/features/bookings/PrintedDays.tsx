import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

import { inWords, LONG_DAY } from "@/components/days";
import { useOwner } from "@/session/owner";

import type { Booking } from "./api/list-bookings";
import classes from "./PrintedDays.module.css";
import { isGone, nameOf, phoneOf, placeOf, STATUSES } from "./statuses";

interface Props {
  bookings: readonly Booking[];
  days: readonly string[];
}

/** What is printed instead of the page: a list a day on which somebody comes, with phone numbers. */
export function PrintedDays(props: Props) {
  return usePrinting() && <Sheet {...props} />;
}

/** Whether the page is being printed just now. What is drawn for that has to be there before the event is over. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}

function Sheet({ bookings, days }: Props) {
  const { businessName } = useOwner();
  const coming = bookings.filter((one) => !isGone(one));
  const busy = days.filter((day) => coming.some((one) => one.date === day));
  return (
    <div className={classes.sheet} data-printed aria-hidden>
      {(busy.length > 0 ? busy : days.slice(0, 1)).map((day) => (
        <section key={day} className={classes.day}>
          <h2>
            {inWords(day, { ...LONG_DAY, year: "numeric" })}
            <small>{businessName}</small>
          </h2>
          <Listed bookings={coming.filter((one) => one.date === day)} />
        </section>
      ))}
    </div>
  );
}

function Listed({ bookings }: { bookings: readonly Booking[] }) {
  if (bookings.length === 0) return <p>Nobody is booked.</p>;
  return (
    <table>
      <thead>
        <tr>
          {["When", "Name", "Phone", "About", "Status"].map((heading) => (
            <th key={heading}>{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bookings.map((one) => (
          <tr key={one.bookingId}>
            <td>{placeOf(one)}</td>
            <td>{nameOf(one)}</td>
            <td>{phoneOf(one)}</td>
            <td>{[one.reason, one.staffNote].filter(Boolean).join(" · ")}</td>
            <td>{STATUSES[one.status].words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
