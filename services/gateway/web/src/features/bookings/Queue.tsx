import { Box, Button, Group, Stack, Text } from "@mantine/core";
import { Undo2 } from "lucide-react";

import { ErrorNotice } from "@/components/ErrorNotice";
import { QueryView } from "@/components/QueryView";
import { ago } from "@/components/words";

import type { Booking } from "./api/list-bookings";
import { type QueueOfDay, useQueue } from "./api/read-queue";
import { BookingBlock } from "./BookingBlock";
import classes from "./Queue.module.css";
import { Serving } from "./Serving";
import { nameOf } from "./statuses";
import { type Desk, useDesk } from "./use-desk";
import { useNow } from "./use-now";
import { WaitingList } from "./WaitingList";

interface Props {
  day: string;
  today: string;
  timezone: string;
  /** The day's bookings: who has been there stands under the queue. */
  bookings: readonly Booking[];
  onOpen: (bookingId: string) => void;
}

/** A day's numbers: who is being served, who waits and about how long, and who has been there. */
export function Queue(props: Props) {
  const queue = useQueue(props.day);
  return <QueryView query={queue} show={(shown) => <Shown key={props.day} queue={shown} {...props} />} />;
}

function Shown({ queue, day, today, timezone, bookings, onOpen }: Props & { queue: QueueOfDay }) {
  const desk = useDesk(day);
  const now = useNow();
  const isToday = day === today;
  const over = bookings.filter((one) => !isInLine(one, queue));
  return (
    <Stack gap="lg">
      {isToday && <Serving queue={queue} now={now} timezone={timezone} desk={desk} onOpen={onOpen} />}
      {queue.undo && <Undo queue={queue} undo={queue.undo} now={now} desk={desk} bookings={bookings} />}
      <ErrorNotice title="That was not done" error={desk.error} onClose={desk.reset} />
      <Counts queue={queue} />
      <WaitingList queue={queue} isCalling={isToday} desk={desk} onOpen={onOpen} />
      {over.length > 0 && (
        <section aria-label="Over">
          <Text component="h3" fw={600} mb={8}>
            Over
          </Text>
          <ol className={classes.over}>
            {over.map((booking) => (
              <li key={booking.bookingId}>
                <BookingBlock booking={booking} onOpen={onOpen} isWide />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Stack>
  );
}

function isInLine({ bookingId }: Booking, { serving, waiting }: QueueOfDay): boolean {
  return bookingId === serving?.bookingId || waiting.some((one) => one.booking.bookingId === bookingId);
}

interface UndoProps {
  queue: QueueOfDay;
  undo: NonNullable<QueueOfDay["undo"]>;
  now: Date;
  desk: Desk;
  bookings: readonly Booking[];
}

/** What was pressed last, and the way back. */
function Undo({ queue, undo, now, desk, bookings }: UndoProps) {
  const { bookingId, at } = undo;
  const known = [queue.serving, ...bookings].find((one) => one?.bookingId === bookingId);
  if (!known) return null;
  const was = { completed: "was done", no_show: "was marked as not there" }[known.status as string] ?? "was called";
  return (
    <Group gap="xs" className={classes.undo ?? ""}>
      <Text size="sm">
        Number {known.tokenNumber}, {nameOf(known)}, {was} {ago(at, now)}.
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Undo2 size={15} aria-hidden />}
        disabled={desk.isBusy}
        onClick={() => desk.undo(bookingId)}
      >
        Take it back
      </Button>
    </Group>
  );
}

function Counts({ queue }: { queue: QueueOfDay }) {
  const counts: [name: string, value: number][] = [
    ["Waiting", queue.waiting.length],
    ["Served", queue.served],
    ["Did not come", queue.missed],
    ["Cancelled", queue.gaveUp],
    ["Numbers left", queue.left],
    ["Minutes each", queue.minutesEach],
  ];
  return (
    <Box component="dl" className={classes.counts ?? ""} aria-label="The day in numbers">
      {counts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Box>
  );
}
