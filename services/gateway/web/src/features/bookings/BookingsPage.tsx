import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";

import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import { useSchedule } from "@/session/schedule";

import { AddBooking } from "./AddBooking";
import { Bookings } from "./Bookings";

/** Who comes when, and what waits for the owner's answer. */
export default function BookingsPage() {
  const schedule = useSchedule();
  const [isAdding, adding] = useDisclosure();
  return (
    <Page
      title="Bookings"
      about="Who comes when. What customers ask for waits here for your answer."
      width="wide"
      actions={
        <Button leftSection={<Plus size={18} aria-hidden />} onClick={adding.open} disabled={!schedule.data}>
          Add a booking
        </Button>
      }
    >
      <QueryView query={schedule} show={(shown) => <Bookings schedule={shown} />} />
      {schedule.data && <AddBooking schedule={schedule.data} opened={isAdding} onClose={adding.close} />}
    </Page>
  );
}
