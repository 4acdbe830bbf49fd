import { ActionIcon, Textarea } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef } from "react";

import { ErrorNotice } from "@/components/ErrorNotice";

import { useWriteOnPhone } from "./api/write-on-phone";
import classes from "./Phone.module.css";
import type { Player } from "./player";

const CHARACTERS_MAX = 4096;

interface Props {
  player: Player;
  /** Why a tap was not sent. */
  tapError: unknown;
  onForget: () => void;
  onSent: () => void;
}

/** Where the played customer writes. What is typed is kept until it is sent. */
export function Keyboard({ player, tapError, onForget, onSent }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useSessionStorage({ key: `frontdesk-phone-${player.customer}`, defaultValue: "" });
  const message = useWriteOnPhone({
    player,
    onDone: () => {
      setDraft("");
      onSent();
      field.current?.focus();
    },
  });
  const text = draft.trim();

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (text && !message.isRunning) message.run(text);
  }
  function forget() {
    message.reset();
    onForget();
  }

  return (
    <form className={classes.keyboard} onSubmit={send}>
      <ErrorNotice title="This was not sent" error={message.error ?? tapError} onClose={forget} />
      <div className={classes.writing}>
        <Textarea
          ref={field}
          flex={1}
          aria-label="Message to the business"
          placeholder="Message"
          radius="xl"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => isSend(event) && send(event)}
          maxLength={CHARACTERS_MAX}
          readOnly={message.isRunning}
          autosize
          minRows={1}
          maxRows={5}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          color="pine"
          size={38}
          radius="xl"
          aria-label="Send"
          loading={message.isRunning}
          disabled={!text}
        >
          <SendHorizontal size={18} />
        </ActionIcon>
      </div>
    </form>
  );
}

/** Enter sends and Shift+Enter begins a line; while a word is being composed, as in Japanese, Enter is the word's. */
function isSend(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
}
