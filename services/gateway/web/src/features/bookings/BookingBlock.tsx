import { VisuallyHidden } from "@mantine/core";

import type { Booking } from "./api/list-bookings";
import classes from "./BookingBlock.module.css";
import { isGone, nameOf, placeOf, STATUSES } from "./statuses";

interface Props {
  booking: Booking;
  onOpen: (bookingId: string) => void;
  /** Room for what it is about and its status in words, in one line. */
  isWide?: boolean;
  /** Room for its status under the name, where the screen is too narrow for one line. */
  isTall?: boolean;
  /** Room for one line only: a place of a few minutes. */
  isLow?: boolean;
}

/** One booking in the calendar: when, who, how it stands. Opens it. */
export function BookingBlock({ booking, onOpen, isWide = false, isTall = false, isLow = false }: Props) {
  const { words, short, color } = STATUSES[booking.status];
  const about = [placeOf(booking), nameOf(booking), booking.reason, words].filter(Boolean).join(", ");
  return (
    <button
      type="button"
      className={classes.block}
      data-color={color}
      data-gone={isGone(booking) || undefined}
      data-wide={isWide || undefined}
      data-tall={isTall || undefined}
      data-low={isLow || undefined}
      title={about}
      onClick={() => onOpen(booking.bookingId)}
    >
      {/* The spaces are for who hears it. */}
      <span className={classes.place}>{placeOf(booking)}</span> <span className={classes.name}>{nameOf(booking)}</span>{" "}
      {isWide ? (
        <>
          {booking.reason && <span className={classes.reason}>{booking.reason}</span>}{" "}
          <span className={classes.status}>{words}</span>
        </>
      ) : (
        <>
          {!isLow && (
            // Most are confirmed: the colour says so, and there is room for what it is about.
            <span aria-hidden className={classes.status}>
              {short || booking.reason}
            </span>
          )}
          <VisuallyHidden>
            {booking.reason} {words}
          </VisuallyHidden>
        </>
      )}
    </button>
  );
}
