import { useSessionStorage } from "@mantine/hooks";
import { useRef } from "react";

/** A message that is being written. It is kept in this window, under its key, until it is sent. */
export function useDraft(key: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useSessionStorage({ key, defaultValue: "" });
  return {
    field,
    draft,
    setDraft,
    /** What would be sent. */
    text: draft.trim(),
    /** It is on its way: the field is empty, and the person can go on. */
    sent: () => {
      setDraft("");
      field.current?.focus();
    },
  };
}
