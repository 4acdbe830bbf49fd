import { Badge, Button, Group, Text, ThemeIcon, Title } from "@mantine/core";
import { Smartphone } from "lucide-react";
import { Link } from "wouter";

import { Card } from "@/components/Card";

/** The number that every business has from the start. */
export function SandboxCard() {
  return (
    <Card>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" aria-hidden visibleFrom="xs">
          <Smartphone size={20} strokeWidth={1.7} />
        </ThemeIcon>
        <div>
          <Group gap="xs" mb={2}>
            <Title order={2} size="h3">
              Sandbox
            </Title>
            <Badge variant="light" color="gray" tt="none" fw={600}>
              Only inside Frontdesk
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" mb="md">
            A phone inside Frontdesk to try things on: you write as a customer would and see what the assistant answers.
            It needs no account at Meta, no customer can write to it, and it stays as long as the business does.
          </Text>
          <Button component={Link} href="/phone" variant="default" size="xs" leftSection={<Smartphone size={14} aria-hidden />}>
            Open the phone
          </Button>
        </div>
      </Group>
    </Card>
  );
}
