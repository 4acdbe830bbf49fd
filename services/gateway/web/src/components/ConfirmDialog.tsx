import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

import { ErrorNotice } from "./ErrorNotice";

interface Props {
  opened: boolean;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The word on the button: "Remove", not "OK". */
  confirm: string;
  /** The way out, which is where the keyboard begins: "Keep it" or "Not now". Never a word that could be the act's. */
  dismiss?: string;
  /** Red, for what cannot be undone. */
  isDangerous?: boolean;
  isRunning?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that is hard to undo. Stays open, with the reason, if it fails. */
export function ConfirmDialog(props: Props) {
  const { opened, title, children, confirm, isDangerous = false, isRunning = false, error, onConfirm, onClose } = props;
  const dismiss = props.dismiss ?? (isDangerous ? "Keep it" : "Not now");
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        <Text component="div">{children}</Text>
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {dismiss}
          </Button>
          <Button loading={isRunning} onClick={onConfirm} {...(isDangerous && { color: "red" })}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
