import { TriangleAlert } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "needs-attention",
  label: "Needs attention",
  icon: TriangleAlert,
  section: "Desk",
  place: 90,
  role: "owner",
  load: () => import("./DeadLettersPage"),
  badge: () => import("./UntriedBadge"),
});
