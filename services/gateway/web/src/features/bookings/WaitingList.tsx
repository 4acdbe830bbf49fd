import { Button, Group, Text, UnstyledButton } from "@mantine/core";

import type { QueueOfDay, Waiting } from "./api/read-queue";
import type { Desk } from "./use-desk";
import classes from "./Queue.module.css";
import { nameOf } from "./statuses";

interface Props {
  queue: QueueOfDay;
  /** Only today's numbers are called. */
  isCalling: boolean;
  desk: Desk;
  onOpen: (bookingId: string) => void;
}

/** Who waits, in the order in which they are called, and about when. */
export function WaitingList({ queue, isCalling, desk, onOpen }: Props) {
  return (
    <section aria-label="Waiting">
      <Text component="h3" fw={600} mb={4}>
        Waiting
      </Text>
      {queue.waiting.length === 0 ? (
        <Text c="dimmed" py="xs">
          Nobody is waiting. Who takes a number shows here at once.
        </Text>
      ) : (
        <ol className={classes.waiting}>
          {queue.waiting.map((one) => (
            <Row key={one.booking.bookingId} waiting={one} isCalling={isCalling} desk={desk} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ waiting, isCalling, desk, onOpen }: Omit<Props, "queue"> & { waiting: Waiting }) {
  const { booking, ahead, time } = waiting;
  const { bookingId, tokenNumber, reason } = booking;
  const name = nameOf(booking);
  return (
    <li className={classes.row}>
      <span className={classes.token}>{tokenNumber}</span>
      <div className={classes.words}>
        <UnstyledButton className={classes.open ?? ""} onClick={() => onOpen(bookingId)}>
          {name}
        </UnstyledButton>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {[`about ${time}`, ahead === 0 ? "first in line" : `${ahead} before`, reason].filter(Boolean).join(" · ")}
        </Text>
      </div>
      {isCalling && (
        <Group gap={6} wrap="nowrap">
          <Button
            size="xs"
            variant="light"
            aria-label={`Call number ${tokenNumber}, ${name}`}
            disabled={desk.isBusy}
            onClick={() => desk.call(bookingId)}
          >
            Call
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Number ${tokenNumber}, ${name}, did not come`}
            disabled={desk.isBusy}
            onClick={() => desk.decide(bookingId, "no_show")}
          >
            Did not come
          </Button>
        </Group>
      )}
    </li>
  );
}
