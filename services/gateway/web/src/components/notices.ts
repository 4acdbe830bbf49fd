/** Short words in a corner, gone by themselves and read out by screen readers: for what was done, not for errors. */
import { notifications } from "@mantine/notifications";

export function say(message: string): void {
  notifications.show({ message, autoClose: 5_000, withCloseButton: true, closeButtonProps: { "aria-label": "Close" } });
}
