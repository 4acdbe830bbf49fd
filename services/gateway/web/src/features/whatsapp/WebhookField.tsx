import { Alert, Code, Text } from "@mantine/core";
import { Globe } from "lucide-react";

import type { WhatsAppNumber } from "./api/list-numbers";
import { CopyField } from "./CopyField";

/** Where Meta should bring a number's messages. */
export function WebhookField({ number: { webhook, ownApp } }: { number: WhatsAppNumber }) {
  if (webhook.startsWith("/")) {
    return (
      <Alert color="gray" icon={<Globe size={18} aria-hidden />} title="There is no webhook address yet">
        <Text size="sm">
          Whoever runs this server first gives it a public address (the setting <Code>FRONTDESK_PUBLIC_URL</Code>). The
          webhook is then that address with <Code>{webhook}</Code> behind it.
        </Text>
      </Alert>
    );
  }
  return (
    <CopyField
      label="Webhook address"
      value={webhook}
      description={
        ownApp
          ? "The Callback URL in your Meta app: WhatsApp, then Configuration."
          : "It belongs in the Meta app of whoever runs this server. There is nothing to do for you."
      }
    />
  );
}
