import { Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { say } from "@/components/notices";

import { type Act, useDecideBooking } from "./api/decide-booking";
import type { Booking } from "./api/list-bookings";
import { ACTS, nameOf } from "./statuses";

export const NOTE_CHARACTERS_MAX = 500;
/** The others are not told about in words of their own. */
const WITH_NOTE: readonly Act[] = ["confirm", "decline", "cancel"];

interface Props {
  booking: Booking;
  /** What is to be decided; null closes it. */
  act: Act | null;
  onClose: () => void;
}

/** Asks before a decision, for the customer is told; what they read with it can be written here. */
export function DecisionDialog({ booking, act, onClose }: Props) {
  const [note, setNote] = useState("");
  const decision = useDecideBooking({
    onDone: (given) => {
      setNote("");
      say(ACTS[given.act].done);
      onClose();
    },
  });
  const words = act ? ACTS[act] : null;
  const takesNote = act !== null && WITH_NOTE.includes(act);

  function close() {
    decision.reset();
    onClose();
  }
  function decide() {
    if (act !== null) decision.run({ bookingId: booking.bookingId, act, note: takesNote ? note.trim() : "" });
  }

  return (
    <ConfirmDialog
      opened={words !== null}
      title={words?.question ?? ""}
      confirm={words?.button ?? ""}
      isDangerous={words?.isDangerous ?? false}
      isRunning={decision.isRunning}
      error={decision.error}
      onConfirm={decide}
      onClose={close}
    >
      <Stack gap="sm">
        <Text>
          {nameOf(booking)}. {words?.about}
        </Text>
        {takesNote && <NoteField value={note} onChange={setNote} />}
      </Stack>
    </ConfirmDialog>
  );
}

/** What the customer reads with what was decided. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <Textarea
      label="Note to the customer"
      description="They read it with your answer. It can stay empty."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={NOTE_CHARACTERS_MAX}
      autosize
      minRows={2}
      maxRows={6}
    />
  );
}
