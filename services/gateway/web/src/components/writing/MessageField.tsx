import { Textarea, type TextareaProps } from "@mantine/core";
import type { FormEvent, KeyboardEvent } from "react";

import type { useDraft } from "./draft";

/** As many as one message of WhatsApp holds. */
const CHARACTERS_MAX = 4096;

interface Props extends TextareaProps {
  draft: ReturnType<typeof useDraft>;
  "aria-label": string;
  isSending: boolean;
  onSend: (event: FormEvent | KeyboardEvent) => void;
}

/** Where a message is written: it grows with its lines, and Enter sends it. */
export function MessageField({ draft: { field, draft, setDraft }, isSending, onSend, ...more }: Props) {
  return (
    <Textarea
      ref={field}
      flex={1}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => isSend(event) && onSend(event)}
      maxLength={CHARACTERS_MAX}
      readOnly={isSending}
      autosize
      minRows={1}
      maxRows={6}
      {...more}
    />
  );
}

/** Enter sends and Shift+Enter begins a line; while a word is being composed, as in Japanese, Enter is the word's. */
function isSend(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
}
