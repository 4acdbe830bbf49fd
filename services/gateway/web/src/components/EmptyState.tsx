import { Center, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  title: string;
  /** What to do next, in a sentence. */
  children?: ReactNode;
  icon?: LucideIcon;
  /** A button that does it. */
  action?: ReactNode;
}

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ title, children, icon: Icon = Inbox, action }: Props) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" maw={420}>
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <Icon size={24} strokeWidth={1.6} />
        </ThemeIcon>
        <Title order={2} size="h4" ta="center" mt="xs">
          {title}
        </Title>
        {children && (
          <Text c="dimmed" ta="center" component="div">
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}
