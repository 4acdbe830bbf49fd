import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import { useSchedule } from "@/session/schedule";

import { ScheduleForm } from "./ScheduleForm";

/** When the business is open, and what can be booked then. */
export default function OpeningHoursPage() {
  const schedule = useSchedule();
  return (
    <Page title="Opening hours" about="When customers can come, and how your day is cut into places." width="wide">
      <QueryView query={schedule} show={(shown) => <ScheduleForm schedule={shown} />} />
    </Page>
  );
}
