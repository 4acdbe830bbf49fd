import { Button, Group, Modal, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";

import { fieldErrors } from "@/api/problem";
import { isDay, todayIn } from "@/components/days";
import { ErrorNotice } from "@/components/ErrorNotice";
import { say } from "@/components/notices";
import type { Schedule } from "@/session/schedule";

import type { FreePlace } from "./api/list-free-places";
import { useMakeBooking } from "./api/make-booking";
import { PlacePicker } from "./PlacePicker";
import { dateWords, timeToBook } from "./places";
import { nameOf, placeOf } from "./statuses";

interface Props {
  schedule: Schedule;
  /** Where somebody pressed in the calendar; else today, at no time yet. */
  at: Place | null;
  opened: boolean;
  onClose: () => void;
}

/** A date and a time of it. */
export interface Place {
  date: string;
  time: string;
}

const CHARACTERS_MAX = 500;

/** Book by hand, for somebody who called or stands at the desk. What was typed stays until it is booked. */
export function AddBooking({ schedule, at, opened, onClose }: Props) {
  const today = todayIn(schedule.timezone);
  const isNumbered = schedule.bookingType === "token";
  const form = useForm({
    initialValues: { name: "", phone: "", reason: "", date: at?.date ?? today, time: at?.time ?? "", note: "" },
    validate: {
      name: (name) => (name.trim() ? null : "Who is it for?"),
      date: (date) => (!isDay(date) ? "Choose a date." : date < today ? "This day is over." : null),
      time: (time) => (time || isNumbered ? null : "Choose a time, or one of the free places below."),
    },
    validateInputOnBlur: ["name", "date"],
  });
  const make = useMakeBooking({
    onDone: (made) => {
      say(`${nameOf(made)} is booked: ${dateWords(made.date)}, ${placeOf(made)}.`);
      form.reset();
      onClose();
    },
  });
  const { name, date, time, ...more } = form.values;

  function pick(place: FreePlace) {
    make.reset();
    form.setValues({ date: place.date, time: timeToBook(place) });
    form.clearErrors();
  }
  async function submit() {
    const body = { ...more, name: name.trim(), date, time: isNumbered ? null : time };
    await make.runAndWait(body).catch((error: unknown) => form.setErrors(fieldErrors(error)));
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Add a booking" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <form noValidate onSubmit={form.onSubmit(() => void submit())}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <TextInput label="Name" withAsterisk maxLength={CHARACTERS_MAX} data-autofocus {...form.getInputProps("name")} />
            <TextInput label="Phone" type="tel" maxLength={CHARACTERS_MAX} {...form.getInputProps("phone")} />
            <TextInput label="Date" type="date" withAsterisk min={today} {...form.getInputProps("date")} />
            {!isNumbered && <TextInput label="Time" type="time" withAsterisk {...form.getInputProps("time")} />}
          </SimpleGrid>
          <ErrorNotice title="It was not booked" error={make.error} />
          <PlacePicker date={date} time={time} today={today} opened={opened} error={make.error} onPick={pick} />
          <TextInput label="What is it about?" maxLength={CHARACTERS_MAX} {...form.getInputProps("reason")} />
          <Textarea label="Note" maxLength={CHARACTERS_MAX} autosize minRows={2} {...form.getInputProps("note")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={make.isRunning}>
              Book
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
