import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { say } from "@/components/notices";

import { type Act, useDecideBooking } from "./api/decide-booking";
import type { Booking } from "./api/list-bookings";
import { ACTS, actsOf } from "./statuses";

const NOTE_CHARACTERS_MAX = 500;
/** The others are not told about in words of their own. */
const WITH_NOTE: readonly Act[] = ["confirm", "decline", "cancel"];

/** What can be done with a booking as it stands. Asks first, for the customer is told. */
export function Decisions({ booking }: { booking: Booking }) {
  const acts = actsOf(booking);
  const [asked, setAsked] = useState<Act | null>(null);
  const [note, setNote] = useState("");
  const decision = useDecideBooking({
    onDone: ({ act }) => {
      setAsked(null);
      setNote("");
      say(ACTS[act].done);
    },
  });

  function ask(act: Act) {
    decision.reset();
    setAsked(act);
  }
  function decide() {
    if (asked === null) return;
    decision.run({ bookingId: booking.bookingId, act: asked, note: WITH_NOTE.includes(asked) ? note.trim() : "" });
  }

  if (acts.length === 0 && asked === null) {
    return (
      <Text size="sm" c="dimmed">
        This booking is closed: nothing is left to do.
      </Text>
    );
  }
  const words = asked ? ACTS[asked] : null;
  return (
    <>
      <Group gap="xs">
        {acts.map((act) => (
          <Button key={act} {...looks(act)} onClick={() => ask(act)}>
            {ACTS[act].button}
          </Button>
        ))}
      </Group>
      <ConfirmDialog
        opened={words !== null}
        title={words?.question ?? ""}
        confirm={words?.button ?? ""}
        isDangerous={words?.isDangerous ?? false}
        isRunning={decision.isRunning}
        error={decision.error}
        onConfirm={decide}
        onClose={() => setAsked(null)}
      >
        <Stack gap="sm">
          <Text>{words?.about}</Text>
          {asked && WITH_NOTE.includes(asked) && (
            <Textarea
              label="Note to the customer"
              description="They read it with your answer. It can stay empty."
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              maxLength={NOTE_CHARACTERS_MAX}
              autosize
              minRows={2}
              maxRows={6}
            />
          )}
        </Stack>
      </ConfirmDialog>
    </>
  );
}

function looks(act: Act) {
  if (act === "confirm") return {};
  return act === "cancel" || act === "decline"
    ? ({ variant: "light", color: "red" } as const)
    : ({ variant: "default" } as const);
}
