import { Clock } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "opening-hours",
  label: "Opening hours",
  icon: Clock,
  section: "Business",
  place: 50,
  load: () => import("./OpeningHoursPage"),
});
