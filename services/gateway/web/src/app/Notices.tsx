import { CloseButton, Group, Paper, Text } from "@mantine/core";
import { CircleCheck } from "lucide-react";

import { unsay, useNotices } from "@/components/notices";

import classes from "./Notices.module.css";

/** The corner in which `say` says it. It is always there, so that screen readers listen to it. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className={classes.corner} role="status" aria-label="Notices">
      {notices.map(({ id, words }) => (
        <Paper key={id} className={classes.notice ?? ""} shadow="lg" withBorder py="xs" px="md">
          <Group gap="sm" wrap="nowrap">
            <CircleCheck size={18} aria-hidden className={classes.icon} />
            <Text size="sm">{words}</Text>
            <CloseButton size="sm" aria-label="Close" onClick={() => unsay(id)} />
          </Group>
        </Paper>
      ))}
    </div>
  );
}
