import { Badge, Group, Progress, Text } from "@mantine/core";
import { FileText } from "lucide-react";
import type { ReactNode } from "react";

import rows from "@/components/rows.module.css";
import { ago, bytes, count } from "@/components/words";

import type { Document } from "./api/list-documents";

interface Props {
  document: Document;
  /** What can be done with it. */
  menu?: ReactNode;
}

/** One document: what it is, and how far it is. */
export function DocumentRow({ document, menu }: Props) {
  const { name, status, progress, reason } = document;
  const isBusy = status === "indexing" || status === "waiting";
  return (
    <li className={rows.row}>
      <FileText size={22} strokeWidth={1.5} aria-hidden className={rows.icon} />
      <div className={rows.words}>
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
      {menu}
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
