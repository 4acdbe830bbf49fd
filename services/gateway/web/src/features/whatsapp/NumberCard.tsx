import { ActionIcon, Badge, Button, Group, Menu, Stack, Text, Title } from "@mantine/core";
import { EllipsisVertical, KeyRound, RefreshCw, Unplug } from "lucide-react";

import { Card } from "@/components/Card";
import { QueryView } from "@/components/QueryView";

import { useCheck } from "./api/check-number";
import type { WhatsAppNumber } from "./api/list-numbers";
import { isOfSecrets, verdictOf } from "./check";
import { CheckSteps } from "./CheckSteps";
import { nameOf } from "./names";
import { WebhookField } from "./WebhookField";

interface Props {
  number: WhatsAppNumber;
  onConnectAgain: () => void;
  onDisconnect: () => void;
}

/** One number: whether it works, what to do where it does not, and where its messages come from. */
export function NumberCard({ number, onConnectAgain, onDisconnect }: Props) {
  const check = useCheck(number.phoneNumberId);
  const { verifiedName, phoneNumberId } = number;
  const mayHelp = check.data?.steps.some(isOfSecrets) ?? false;
  const verdict = check.data && verdictOf(check.data);

  return (
    <Card>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
          <div>
            <Group gap="xs" mb={2}>
              <Title order={2} size="h3">
                {nameOf(number)}
              </Title>
              {verdict && (
                <Badge variant="light" color={verdict.color} tt="none" fw={600} role="status">
                  {verdict.words}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {[verifiedName, `id ${phoneNumberId}`].filter(Boolean).join(" · ")}
            </Text>
          </div>
          <Menu position="bottom-end" shadow="md" width={200}>
            <Menu.Target>
              <ActionIcon aria-label={`What to do with ${nameOf(number)}`}>
                <EllipsisVertical size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<KeyRound size={16} aria-hidden />} onClick={onConnectAgain}>
                Connect again
              </Menu.Item>
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<Unplug size={16} aria-hidden />}
                onClick={onDisconnect}
              >
                Disconnect
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <QueryView query={check} show={({ steps }) => <CheckSteps steps={steps} />} />
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            leftSection={<RefreshCw size={14} aria-hidden />}
            loading={check.isFetching}
            onClick={() => void check.refetch()}
          >
            Check again
          </Button>
          {mayHelp && (
            <Button variant="light" size="xs" leftSection={<KeyRound size={14} aria-hidden />} onClick={onConnectAgain}>
              Connect again
            </Button>
          )}
        </Group>
        <WebhookField number={number} />
      </Stack>
    </Card>
  );
}
