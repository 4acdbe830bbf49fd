import { Button, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";

import { fieldErrors } from "@/api/problem";
import { isDay, todayIn } from "@/components/days";
import { ErrorNotice } from "@/components/ErrorNotice";
import { say } from "@/components/notices";
import { QueryView } from "@/components/QueryView";
import type { Schedule } from "@/session/schedule";

import { type FreePlace, useFreePlaces } from "./api/list-free-places";
import { useMakeBooking } from "./api/make-booking";
import { FreePlaces } from "./FreePlaces";
import { dateWords, freeIn, timeToBook } from "./places";
import { nameOf, placeOf } from "./statuses";

interface Props {
  schedule: Schedule;
  opened: boolean;
  onClose: () => void;
}

const CHARACTERS_MAX = 500;

/** Book by hand, for somebody who called or stands at the desk. What was typed stays until it is booked. */
export function AddBooking({ schedule, opened, onClose }: Props) {
  const today = todayIn(schedule.timezone);
  const isNumbered = schedule.bookingType === "token";
  const form = useForm({
    initialValues: { name: "", phone: "", reason: "", date: today, time: "", note: "" },
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
  const nearest = freeIn(make.error);
  const free = useFreePlaces(date, opened && isDay(date) && date >= today);

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
          {nearest.length > 0 && (
            <section aria-label="The nearest free places">
              <Text size="sm" fw={500} mb={4}>
                The nearest free places
              </Text>
              <FreePlaces places={nearest} date={date} time={time} onPick={pick} />
            </section>
          )}
          {nearest.length === 0 && isDay(date) && date >= today && (
            <section aria-label="Free places">
              <Text size="sm" fw={500} mb={4}>
                Free from this day on
              </Text>
              <QueryView
                query={free}
                isEmpty={({ items }) => items.length === 0}
                empty={<Text c="dimmed">{free.data?.words}</Text>}
                show={({ items }) => <FreePlaces places={items} date={date} time={time} onPick={pick} />}
              />
            </section>
          )}
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
