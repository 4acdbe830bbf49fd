import { Button, Group, List, Stack, Text } from "@mantine/core";

import type { WhatsAppNumber } from "./api/list-numbers";
import { CopyField } from "./CopyField";
import { nameOf } from "./names";
import { TO_THE_WEBHOOK } from "./ways";
import { WebhookField } from "./WebhookField";

interface Props {
  number: WhatsAppNumber;
  verifyToken: string;
  onClose: () => void;
}

/** The last step for an app of one's own, which only its owner can do: let Meta know where messages go. */
export function TellMeta({ number, verifyToken, onClose }: Props) {
  return (
    <Stack gap="lg">
      <Text>
        <b>{nameOf(number)}</b> is connected. Now tell Meta where to bring its messages:
      </Text>
      <List type="ordered" spacing="sm" size="sm">
        {TO_THE_WEBHOOK.map((step, place) => (
          <List.Item key={place}>{step}</List.Item>
        ))}
      </List>
      <WebhookField number={number} />
      <CopyField label="Verify token" value={verifyToken} description="It is shown only now; you can change it by connecting again." />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
