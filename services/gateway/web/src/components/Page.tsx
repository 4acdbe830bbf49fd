import { Box, Group, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

import classes from "./Page.module.css";

interface Props {
  title: string;
  /** One sentence under the title: what this page is for. */
  about?: ReactNode;
  /** Buttons and pickers beside the title. */
  actions?: ReactNode;
  /** `wide` takes all the room there is, as a calendar or an inbox needs. */
  width?: "text" | "wide";
  children: ReactNode;
}

/** A page: its title, what can be done, and what it shows. */
export function Page({ title, about, actions, width = "text", children }: Props) {
  useDocumentTitle(`${title} · Frontdesk`);
  return (
    <Box className={classes.page} data-width={width}>
      <Group component="header" justify="space-between" align="flex-start" gap="md" mb="xl">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about && (
            <Text c="dimmed" mt={4} maw={620}>
              {about}
            </Text>
          )}
        </div>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}
