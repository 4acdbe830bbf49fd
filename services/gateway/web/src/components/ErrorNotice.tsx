import { Alert, Button, Group, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";

import { wordsOf } from "@/api/problem";

interface Props {
  error: unknown;
  /** What was tried, for the heading: "The document was not removed". */
  title?: string;
  /** Draws a button that tries it again. */
  onRetry?: () => void;
  onClose?: () => void;
}

/** What went wrong, in words, where the person is looking. Read out by screen readers as it appears. */
export function ErrorNotice({ error, title = "That did not work", onRetry, onClose }: Props) {
  if (!error) return null;
  return (
    <Alert
      color="red"
      icon={<CircleAlert size={18} aria-hidden />}
      title={title}
      role="alert"
      withCloseButton={onClose !== undefined}
      closeButtonLabel="Close this notice"
      {...(onClose && { onClose })}
    >
      <Text size="sm">{wordsOf(error)}</Text>
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
