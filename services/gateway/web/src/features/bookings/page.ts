import { CalendarDays } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "bookings",
  label: "Bookings",
  icon: CalendarDays,
  section: "Desk",
  place: 20,
  load: () => import("./BookingsPage"),
});
