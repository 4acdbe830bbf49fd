import { Alert } from "@mantine/core";
import { WifiOff } from "lucide-react";

/** Frontdesk is out of reach: what is shown may be old. Gone by itself. */
export function LostNotice() {
  return (
    <Alert color="yellow" icon={<WifiOff size={18} aria-hidden />} mb="lg" title="Connecting again…">
      Frontdesk does not answer just now. What you see may be out of date; it goes on by itself.
    </Alert>
  );
}
