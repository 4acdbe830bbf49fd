import { Anchor, Badge, Drawer, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

import { inWords, LONG_DAY } from "@/components/days";
import { QueryView } from "@/components/QueryView";
import { ago } from "@/components/words";

import type { Booking } from "./api/list-bookings";
import { useBooking } from "./api/read-booking";
import classes from "./BookingDrawer.module.css";
import { Decisions } from "./Decisions";
import { nameOf, phoneOf, placeOf, STATUSES } from "./statuses";

interface Props {
  bookingId: string | null;
  onClose: () => void;
}

/** One booking: all that is known of it, and what can be done. */
export function BookingDrawer({ bookingId, onClose }: Props) {
  return (
    <Drawer
      opened={bookingId !== null}
      onClose={onClose}
      position="right"
      title="Booking"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {bookingId !== null && <Opened key={bookingId} bookingId={bookingId} />}
    </Drawer>
  );
}

function Opened({ bookingId }: { bookingId: string }) {
  const booking = useBooking(bookingId);
  return <QueryView query={booking} show={(shown) => <Details booking={shown} />} />;
}

function Details({ booking }: { booking: Booking }) {
  const { words, color } = STATUSES[booking.status];
  const phone = phoneOf(booking);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h3" mb={4}>
          {nameOf(booking)}
        </Title>
        <Text mb="xs">
          {inWords(booking.date, LONG_DAY)}, {placeOf(booking)}
        </Text>
        <Badge color={color} variant="light" size="lg" tt="none" fw={600} role="status">
          {words}
        </Badge>
      </div>
      <dl className={classes.facts}>
        <Fact name="About">{booking.reason}</Fact>
        <Fact name="Phone">{phone && <Anchor href={`tel:${phone}`}>{phone}</Anchor>}</Fact>
        <Fact name="Your note">{booking.staffNote}</Fact>
        <Fact name="Asked for">{ago(booking.createdAt)}</Fact>
        <Fact name="Last changed">{ago(booking.updatedAt)}</Fact>
      </dl>
      <Decisions booking={booking} />
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
