import { Cable } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "whatsapp",
  label: "WhatsApp",
  icon: Cable,
  section: "Business",
  place: 70,
  role: "owner",
  load: () => import("./WhatsAppPage"),
});
