import { List, Stack, Text } from "@mantine/core";

import { ConfirmDialog } from "@/components/ConfirmDialog";
import { say } from "@/components/notices";

import { useDisconnectNumber } from "./api/disconnect-number";
import type { WhatsAppNumber } from "./api/list-numbers";
import { nameOf } from "./names";

interface Props {
  number: WhatsAppNumber | null;
  onClose: () => void;
}

/** Asks before a number is let go of, and says what that means. */
export function DisconnectDialog({ number, onClose }: Props) {
  const name = number ? nameOf(number) : "";
  const disconnect = useDisconnectNumber({
    onDone: () => {
      onClose();
      say(`${name} is disconnected.`);
    },
  });
  function close() {
    disconnect.reset();
    onClose();
  }

  return (
    <ConfirmDialog
      opened={number !== null}
      title="Disconnect this number?"
      confirm="Disconnect"
      isDangerous
      isRunning={disconnect.isRunning}
      error={disconnect.error}
      onConfirm={() => number && disconnect.run(number.phoneNumberId)}
      onClose={close}
    >
      <Stack gap="sm">
        <List size="sm" spacing={6}>
          <List.Item>
            <b>Who writes to {name} gets no answer.</b> What they write does not come here, and is not kept.
          </List.Item>
          <List.Item>Nobody can write from it any more, neither the assistant nor your team.</List.Item>
          <List.Item>Its access token and other secrets are erased here.</List.Item>
          <List.Item>Conversations, bookings and documents stay.</List.Item>
        </List>
        <Text size="sm">The number stays yours at WhatsApp. To have it answered again, connect it again with a token.</Text>
      </Stack>
    </ConfirmDialog>
  );
}
