import { Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title?: string;
  about?: ReactNode;
  children: ReactNode;
}

/** One matter of a page, in a frame of its own. */
export function Card({ title, about, children }: Props) {
  return (
    <Paper component="section" withBorder p={{ base: "md", sm: "lg" }} {...(title && { "aria-label": title })}>
      {title && (
        <Title order={2} size="h4" mb={about ? 4 : "md"}>
          {title}
        </Title>
      )}
      {about && (
        <Text c="dimmed" size="sm" mb="md">
          {about}
        </Text>
      )}
      {children}
    </Paper>
  );
}
