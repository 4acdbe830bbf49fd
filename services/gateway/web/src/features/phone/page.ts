import { Smartphone } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "phone",
  label: "Phone",
  icon: Smartphone,
  section: "Assistant",
  place: 30,
  load: () => import("./PhonePage"),
});
