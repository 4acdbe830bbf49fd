import { ChartColumn } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "usage",
  label: "Usage",
  icon: ChartColumn,
  section: "Business",
  place: 80,
  load: () => import("./UsagePage"),
});
