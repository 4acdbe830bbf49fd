import { Bot } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "assistant",
  label: "Instructions",
  icon: Bot,
  section: "Assistant",
  place: 45,
  role: "owner",
  load: () => import("./AssistantPage"),
});
