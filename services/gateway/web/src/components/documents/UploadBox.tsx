import { Alert, Button, FileButton, Group, List, Loader, Stack, Text } from "@mantine/core";
import { CircleAlert, Upload } from "lucide-react";
import { type DragEvent, useState } from "react";

import { bytes } from "@/components/words";

import type { Taken } from "./api/list-documents";
import classes from "./UploadBox.module.css";
import { useUploads } from "./use-uploads";

/** Where files are dropped or chosen. */
export function UploadBox({ takes }: { takes: Taken }) {
  const { add, waiting, refused, forget } = useUploads(takes);
  const [isOver, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  }
  function onDragOver(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }

  return (
    <Stack gap="md">
      <div
        className={classes.box}
        data-over={isOver || undefined}
        onDrop={onDrop}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
      >
        <Upload size={24} strokeWidth={1.6} aria-hidden />
        <div className={classes.words}>
          <Text fw={550}>Drop documents here</Text>
          <Text size="sm" c="dimmed">
            {takes.words}, up to {bytes(takes.bytesMax)} each. One of the same name replaces the old one.
          </Text>
        </div>
        <FileButton multiple accept={takes.extensions.join(",")} onChange={(files) => void add(files)}>
          {(button) => <Button {...button}>Choose files</Button>}
        </FileButton>
      </div>
      <div aria-live="polite">
        {waiting.length > 0 && (
          <Group gap="xs">
            <Loader size="xs" aria-hidden />
            <Text size="sm">Uploading {waiting[0]}…</Text>
          </Group>
        )}
      </div>
      {refused.length > 0 && (
        <Alert
          color="red"
          role="alert"
          icon={<CircleAlert size={18} aria-hidden />}
          title={refused.length === 1 ? "One file was not taken" : `${refused.length} files were not taken`}
          withCloseButton
          closeButtonLabel="Close this notice"
          onClose={forget}
        >
          <List size="sm" spacing={4} listStyleType="none">
            {refused.map(({ name, words }) => (
              <List.Item key={name}>
                <b>{name}</b>: {words}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
