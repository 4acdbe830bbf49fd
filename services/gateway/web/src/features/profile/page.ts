import { Store } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "profile",
  label: "Profile",
  icon: Store,
  section: "Business",
  place: 60,
  load: () => import("./ProfilePage"),
});
