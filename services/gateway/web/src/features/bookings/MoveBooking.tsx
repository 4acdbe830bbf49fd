import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";

import { fieldErrors } from "@/api/problem";
import { isDay, todayIn } from "@/components/days";
import { ErrorNotice } from "@/components/ErrorNotice";
import { say } from "@/components/notices";
import type { Schedule } from "@/session/schedule";

import type { Booking } from "./api/list-bookings";
import type { FreePlace } from "./api/list-free-places";
import { useMoveBooking } from "./api/move-booking";
import { NoteField } from "./DecisionDialog";
import { PlacePicker } from "./PlacePicker";
import { dateWords, timeToBook } from "./places";
import { nameOf, placeOf } from "./statuses";

interface Props {
  booking: Booking;
  schedule: Schedule;
  opened: boolean;
  onClose: () => void;
}

/** Another free place for a booking. The customer is told both, the old and the new. */
export function MoveBooking({ booking, schedule, opened, onClose }: Props) {
  const today = todayIn(schedule.timezone);
  const isNumbered = schedule.bookingType === "token";
  const form = useForm({
    initialValues: { date: booking.date > today ? booking.date : today, time: "", note: "" },
    validate: {
      date: (date) => (!isDay(date) ? "Choose a date." : date < today ? "This day is over." : null),
      time: (time) => (time || isNumbered ? null : "Choose a time, or one of the free places below."),
    },
    validateInputOnBlur: ["date"],
  });
  const { date, time, note } = form.values;
  const move = useMoveBooking({
    onDone: (moved) => {
      say(`Moved to ${dateWords(moved.date)}, ${placeOf(moved)}. The customer is told.`);
      close();
    },
  });

  function close() {
    form.reset();
    move.reset();
    onClose();
  }
  function pick(place: FreePlace) {
    move.reset();
    form.setValues({ date: place.date, time: timeToBook(place) });
    form.clearErrors();
  }
  async function submit() {
    const place = { bookingId: booking.bookingId, date, time: isNumbered ? null : time, note: note.trim() };
    await move.runAndWait(place).catch((error: unknown) => form.setErrors(fieldErrors(error)));
  }

  return (
    <Modal opened={opened} onClose={close} title="Move this booking" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <form noValidate onSubmit={form.onSubmit(() => void submit())}>
        <Stack gap="md">
          <Text>
            {nameOf(booking)}, now {dateWords(booking.date)}, {placeOf(booking)}. The customer is told at once.
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <TextInput label="Date" type="date" withAsterisk min={today} {...form.getInputProps("date")} />
            {!isNumbered && <TextInput label="Time" type="time" withAsterisk {...form.getInputProps("time")} />}
          </SimpleGrid>
          <ErrorNotice title="It was not moved" error={move.error} />
          <PlacePicker date={date} time={time} today={today} opened={opened} error={move.error} onPick={pick} />
          <NoteField value={note} onChange={(to) => form.setFieldValue("note", to)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it where it is
            </Button>
            <Button type="submit" loading={move.isRunning}>
              Move
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
