import { Stack } from "@mantine/core";

import { Card } from "@/components/Card";
import { todayIn } from "@/components/days";
import { MoreButton } from "@/components/MoreButton";
import { QueryView } from "@/components/QueryView";
import type { Schedule } from "@/session/schedule";

import { useBookings } from "./api/list-bookings";
import { BookingDrawer } from "./BookingDrawer";
import { BookingList } from "./BookingList";
import { Calendar } from "./Calendar";
import { isGone } from "./statuses";
import { Queue } from "./Queue";
import { Requests } from "./Requests";
import { Toolbar } from "./Toolbar";
import { useShown } from "./use-shown";

/** The calendar around a day, what waits for an answer above it, and one booking in a drawer. */
export function Bookings({ schedule }: { schedule: Schedule }) {
  const today = todayIn(schedule.timezone);
  const shown = useShown(today);
  const { days, view, isPhone, withGone } = shown;
  const bookings = useBookings(days[0] ?? today, days.at(-1) ?? today);
  const goneCount = bookings.data?.items.filter(isGone).length ?? 0;
  const isNumbered = schedule.bookingType === "token";

  return (
    <Stack gap="lg">
      {!isNumbered && <Requests today={today} onOpen={shown.open} />}
      <Card>
        <Toolbar shown={shown} today={today} goneCount={goneCount} />
        {isNumbered && view === "day" && <Queue day={shown.day} />}
        <QueryView
          query={bookings}
          show={({ items }) => {
            const drawn = withGone ? items : items.filter((one) => !isGone(one));
            const isList = isPhone && view === "week";
            const drawing = { bookings: drawn, days, today, schedule, onOpen: shown.open, onDay: shown.openDay };
            return isList ? <BookingList {...drawing} /> : <Calendar {...drawing} />;
          }}
        />
        <MoreButton list={bookings} />
      </Card>
      <BookingDrawer bookingId={shown.bookingId} onClose={() => shown.open(null)} />
    </Stack>
  );
}
