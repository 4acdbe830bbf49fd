import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "wouter";

import { isDay, todayIn } from "@/components/days";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import { type Schedule, useSchedule } from "@/session/schedule";

import { AddBooking, type Place } from "./AddBooking";
import { Bookings } from "./Bookings";

/** Who comes when, and what waits for the owner's answer. */
export default function BookingsPage() {
  const schedule = useSchedule();
  const [search] = useSearchParams();
  const [isAdding, adding] = useDisclosure();
  const [place, setPlace] = useState<Place | null>(null);

  function add(at: Place | null) {
    setPlace(at);
    adding.open();
  }

  return (
    <Page
      title="Bookings"
      about="Who comes when. What customers ask for waits here for your answer."
      width="wide"
      actions={
        <Button
          leftSection={<Plus size={18} aria-hidden />}
          onClick={() => schedule.data && add(shownDay(search.get("day"), schedule.data))}
          disabled={!schedule.data}
        >
          Add a booking
        </Button>
      }
    >
      <QueryView query={schedule} show={(shown) => <Bookings schedule={shown} onAdd={add} />} />
      {schedule.data && (
        <AddBooking
          key={place && `${place.date} ${place.time}`}
          schedule={schedule.data}
          at={place}
          opened={isAdding}
          onClose={adding.close}
        />
      )}
    </Page>
  );
}

/** The day that is looked at, unless it is over. */
function shownDay(day: string | null, { timezone }: Schedule): Place | null {
  return isDay(day) && day >= todayIn(timezone) ? { date: day, time: "" } : null;
}
