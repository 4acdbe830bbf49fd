import { Anchor, Group, Paper, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";

const LINES_SHOWN = 4;
/** What is shorter fits into the lines that are shown. */
const CHARACTERS_SHOWN = 200;

interface Props {
  heading: string;
  page: number | null;
  content: string;
  /** Beside the heading: how near it is. */
  beside?: ReactNode;
}

/** A passage of a document, as it is searched. It is text, whatever it contains. */
export function Passage({ heading, page, content, beside }: Props) {
  const [isOpen, setOpen] = useState(content.length <= CHARACTERS_SHOWN);
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {[heading, page === null ? "" : `page ${page}`].filter(Boolean).join(" · ") || "Beginning"}
        </Text>
        {beside}
      </Group>
      <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-line" }} {...(!isOpen && { lineClamp: LINES_SHOWN })}>
        {content}
      </Text>
      {!isOpen && (
        <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
          Show all
        </Anchor>
      )}
    </Paper>
  );
}
