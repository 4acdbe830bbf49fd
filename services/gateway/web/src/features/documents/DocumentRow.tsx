import { ActionIcon, Badge, Group, Menu, Progress, Text } from "@mantine/core";
import { EllipsisVertical, FileText, Rows3, Trash2 } from "lucide-react";

import { ago, bytes, count } from "@/components/words";

import type { Document } from "./api/list-documents";
import classes from "./DocumentRow.module.css";

interface Props {
  document: Document;
  onOpen: () => void;
  /** Not given to those who may not. */
  onRemove?: (() => void) | undefined;
}

/** One document: what it is, how far it is, and what can be done with it. */
export function DocumentRow({ document, onOpen, onRemove }: Props) {
  const { name, status, progress, reason } = document;
  const isBusy = status === "indexing" || status === "waiting";
  return (
    <li className={classes.row}>
      <FileText size={22} strokeWidth={1.5} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={550} lineClamp={2}>
            {name}
          </Text>
          <Status document={document} />
        </Group>
        <Text size="sm" c="dimmed">
          {aboutOf(document)}
        </Text>
        {reason && (
          <Text size="sm" c={status === "failed" ? "var(--mantine-color-error)" : "orange"} mt={4}>
            {status === "indexed" ? `The newer upload was not taken: ${reason}` : reason}
          </Text>
        )}
        {isBusy && <Progress value={Math.max(progress, 4)} size="sm" mt={8} animated aria-label={`${name}: read so far`} />}
      </div>
      <Menu position="bottom-end" shadow="md" width={190}>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${name}`}>
            <EllipsisVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Rows3 size={16} aria-hidden />} onClick={onOpen} disabled={document.chunks === 0}>
            See its passages
          </Menu.Item>
          {onRemove && (
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<Trash2 size={16} aria-hidden />}
              onClick={onRemove}
            >
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

const STATUSES = {
  waiting: ["Waiting", "gray"],
  indexing: ["Reading", "blue"],
  indexed: ["Ready", "pine"],
  failed: ["Not readable", "red"],
  removing: ["Removing", "gray"],
} as const satisfies Record<Document["status"], readonly [string, string]>;

function Status({ document: { status, progress } }: { document: Document }) {
  const [words, color] = STATUSES[status];
  return (
    <Badge variant="light" color={color} flex="none" tt="none" fw={600}>
      {status === "indexing" ? `${words}: ${progress} %` : words}
    </Badge>
  );
}

function aboutOf({ size, chunks, updatedAt, status }: Document): string {
  const parts = [
    size === null ? "pasted text" : bytes(size),
    status === "indexed" ? `${count(chunks, "passage")} to answer from` : null,
    ago(updatedAt),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
