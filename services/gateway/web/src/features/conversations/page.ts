import { MessagesSquare } from "lucide-react";

import { ownerPage } from "@/pages";

export default ownerPage({
  path: "conversations",
  label: "Conversations",
  short: "Chats",
  icon: MessagesSquare,
  section: "Desk",
  place: 10,
  load: () => import("./ConversationsPage"),
});
