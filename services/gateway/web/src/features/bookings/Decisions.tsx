import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";

import { useSchedule } from "@/session/schedule";

import type { Act } from "./api/decide-booking";
import type { Booking } from "./api/list-bookings";
import { DecisionDialog } from "./DecisionDialog";
import { MoveBooking } from "./MoveBooking";
import { ACTS, actsOf, canMove } from "./statuses";

/** What can be done with a booking as it stands. */
export function Decisions({ booking }: { booking: Booking }) {
  const acts = actsOf(booking);
  const [asked, setAsked] = useState<Act | null>(null);
  const [isMoving, moving] = useDisclosure();
  const schedule = useSchedule();
  const isMovable = canMove(booking);

  if (acts.length === 0 && asked === null) {
    return (
      <Text size="sm" c="dimmed">
        This booking is closed: nothing is left to do.
      </Text>
    );
  }
  return (
    <>
      <Group gap="xs">
        {acts.filter((act) => !isTurnedDown(act)).map((act) => (
          <Button key={act} {...looks(act, acts)} onClick={() => setAsked(act)}>
            {ACTS[act].button}
          </Button>
        ))}
        {isMovable && (
          <Button variant="default" disabled={!schedule.data} onClick={moving.open}>
            Move
          </Button>
        )}
        {acts.filter(isTurnedDown).map((act) => (
          <Button key={act} {...looks(act, acts)} onClick={() => setAsked(act)}>
            {ACTS[act].button}
          </Button>
        ))}
      </Group>
      <DecisionDialog booking={booking} act={asked} onClose={() => setAsked(null)} />
      {schedule.data && (
        <MoveBooking booking={booking} schedule={schedule.data} opened={isMoving} onClose={moving.close} />
      )}
    </>
  );
}

function isTurnedDown(act: Act): boolean {
  return ACTS[act].isDangerous;
}

/** Of two ways to turn somebody down the answer is the one to see: to cancel what was never confirmed is rare. */
function looks(act: Act, acts: readonly Act[]) {
  if (act === "confirm") return {};
  if (!isTurnedDown(act)) return { variant: "default" } as const;
  if (act === "cancel" && acts.includes("decline")) return { variant: "subtle", color: "gray", c: "dimmed" } as const;
  return { variant: "light", color: "red" } as const;
}
