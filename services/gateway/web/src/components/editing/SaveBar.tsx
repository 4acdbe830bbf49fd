import { Button, Group, Paper, Text } from "@mantine/core";

import classes from "./SaveBar.module.css";

interface Props {
  isDirty: boolean;
  isRunning: boolean;
  onDiscard: () => void;
}

/** Under a form, in sight while there is something to save. Its button submits the form it stands in. */
export function SaveBar({ isDirty, isRunning, onDiscard }: Props) {
  if (!isDirty && !isRunning) return null;
  return (
    <Paper className={classes.bar} withBorder shadow="md" p="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={550} role="status" px={4}>
          Not saved yet
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDiscard} disabled={isRunning}>
            Discard
          </Button>
          <Button type="submit" loading={isRunning}>
            Save
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
