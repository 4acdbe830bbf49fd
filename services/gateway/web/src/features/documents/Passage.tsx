import { Group, Paper, Spoiler, Text } from "@mantine/core";
import type { ReactNode } from "react";

const LINES_SHOWN = 4;
const LINE_PIXELS = 21.7;

interface Props {
  heading: string;
  page: number | null;
  content: string;
  /** Beside the heading: where it is from, or how near it is. */
  beside?: ReactNode;
}

/** A passage of a document, as it is searched. It is text, whatever it contains. */
export function Passage({ heading, page, content, beside }: Props) {
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {[heading, page === null ? "" : `page ${page}`].filter(Boolean).join(" · ") || "Beginning"}
        </Text>
        {beside}
      </Group>
      <Spoiler maxHeight={LINES_SHOWN * LINE_PIXELS} showLabel="Show all" hideLabel="Show less" fz="sm">
        <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-line" }}>
          {content}
        </Text>
      </Spoiler>
    </Paper>
  );
}
