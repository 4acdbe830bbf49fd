import { Stack } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";

import { Card } from "@/components/Card";
import { todayIn } from "@/components/days";
import { MoreButton } from "@/components/MoreButton";
import { QueryView } from "@/components/QueryView";
import type { Schedule } from "@/session/schedule";

import type { Place } from "./AddBooking";
import { useBookings } from "./api/list-bookings";
import { BookingDrawer } from "./BookingDrawer";
import { BookingList } from "./BookingList";
import { Calendar } from "./Calendar";
import { PrintedDays } from "./PrintedDays";
import { Queue } from "./Queue";
import { Requests } from "./Requests";
import { isGone } from "./statuses";
import { Toolbar } from "./Toolbar";
import { useShown } from "./use-shown";

interface Props {
  schedule: Schedule;
  onAdd: (place: Place) => void;
}

/** The calendar around a day, what waits for an answer above it, and one booking in a drawer. */
export function Bookings({ schedule, onAdd }: Props) {
  const today = todayIn(schedule.timezone);
  const isNumbered = schedule.bookingType === "token";
  const shown = useShown(today, isNumbered);
  const { days, view, isPhone, withGone } = shown;
  const bookings = useBookings(days[0] ?? today, days.at(-1) ?? today);
  const goneCount = bookings.data?.items.filter(isGone).length ?? 0;
  useArrows(shown.move, shown.bookingId === null);

  return (
    <Stack gap="lg">
      {!isNumbered && <Requests today={today} onOpen={shown.open} />}
      <Card>
        <Toolbar shown={shown} today={today} goneCount={goneCount} />
        <QueryView
          query={bookings}
          show={({ items }) => {
            const drawn = withGone ? items : items.filter((one) => !isGone(one));
            const drawing = { bookings: drawn, days, today, schedule, onOpen: shown.open, onDay: shown.openDay, onAdd };
            if (isNumbered && view === "day" && !drawn.some((one) => one.timeSlot !== null)) {
              return (
                <Queue
                  day={shown.day}
                  today={today}
                  timezone={schedule.timezone}
                  bookings={drawn}
                  onOpen={shown.open}
                />
              );
            }
            return isPhone && view === "week" ? <BookingList {...drawing} /> : <Calendar {...drawing} />;
          }}
        />
        <MoreButton list={bookings} />
      </Card>
      <PrintedDays bookings={bookings.data?.items ?? []} days={days} />
      <BookingDrawer bookingId={shown.bookingId} onClose={() => shown.open(null)} />
    </Stack>
  );
}

/** The arrow keys turn the page, unless somebody writes, chooses or reads in a window in front of it. */
function useArrows(move: (steps: 1 | -1) => void, isInFront: boolean) {
  const turn = (steps: 1 | -1) => () => {
    if (isInFront && !document.querySelector("[role=dialog]")) move(steps);
  };
  useHotkeys([
    ["ArrowLeft", turn(-1)],
    ["ArrowRight", turn(1)],
  ]);
}
