import { FileText } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "documents",
  label: "Documents",
  icon: FileText,
  section: "Assistant",
  place: 40,
  load: () => import("./DocumentsPage"),
});
