import { Badge, Button, Group, Text, Title, UnstyledButton } from "@mantine/core";
import { useState } from "react";

import { Card } from "@/components/Card";
import { addDays, inWords, SHORT_DAY } from "@/components/days";
import { ErrorNotice } from "@/components/ErrorNotice";
import { say } from "@/components/notices";

import { type Act, useDecideBooking } from "./api/decide-booking";
import { type Booking, useBookings } from "./api/list-bookings";
import { DecisionDialog } from "./DecisionDialog";
import classes from "./Requests.module.css";
import { ACTS, nameOf, placeOf } from "./statuses";

interface Props {
  today: string;
  onOpen: (bookingId: string) => void;
}

/** As far as one answer of the server reaches. */
const DAYS_AHEAD = 61;

/** What customers asked for and nobody has answered yet, whichever days the calendar shows. */
export function Requests({ today, onOpen }: Props) {
  const bookings = useBookings(today, addDays(today, DAYS_AHEAD));
  const pending = bookings.data?.items.filter((one) => one.status === "pending") ?? [];
  if (pending.length === 0) return null;
  return (
    <Card>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          Waiting for your answer
        </Title>
        <Badge color="orange" variant="light" circle size="lg">
          {pending.length}
        </Badge>
      </Group>
      <ul className={classes.list}>
        {pending.map((booking) => (
          <Request key={booking.bookingId} booking={booking} onOpen={() => onOpen(booking.bookingId)} />
        ))}
      </ul>
    </Card>
  );
}

function Request({ booking, onOpen }: { booking: Booking; onOpen: () => void }) {
  const { bookingId, date, reason } = booking;
  const [asked, setAsked] = useState<Act | null>(null);
  const decision = useDecideBooking({ onDone: () => say(ACTS.confirm.done) });
  const name = nameOf(booking);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <UnstyledButton className={classes.name ?? ""} onClick={onOpen}>
          {name}
        </UnstyledButton>
        <Text size="sm" c="dimmed">
          {[`${inWords(date, SHORT_DAY)}, ${placeOf(booking)}`, reason].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          size="xs"
          loading={decision.isRunning}
          aria-label={`Confirm ${name}`}
          onClick={() => decision.run({ bookingId, act: "confirm", note: "" })}
        >
          Confirm
        </Button>
        <Button size="xs" variant="default" aria-label={`Decline ${name}`} onClick={() => setAsked("decline")}>
          Decline
        </Button>
      </Group>
      {decision.error !== null && (
        <div className={classes.error}>
          <ErrorNotice title="It was not confirmed" error={decision.error} onClose={decision.reset} />
        </div>
      )}
      <DecisionDialog booking={booking} act={asked} onClose={() => setAsked(null)} />
    </li>
  );
}
