import { ListChecks } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "set-up",
  label: "Set-up",
  icon: ListChecks,
  section: "Business",
  place: 100,
  isUnlisted: true,
  role: "owner",
  load: () => import("./SetUpPage"),
});
