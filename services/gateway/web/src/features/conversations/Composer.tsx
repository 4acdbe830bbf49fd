import { Alert, Button, Group, Text, Textarea } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { Clock, SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef } from "react";

import { ErrorNotice } from "@/components/ErrorNotice";
import { ago } from "@/components/words";

import type { Conversation } from "./api/list-conversations";
import { useWriteMessage } from "./api/write-message";
import { holderOf, isWindowOpen } from "./state";
import classes from "./Thread.module.css";

const CHARACTERS_MAX = 4096;

interface Props {
  conversation: Conversation;
  subject: string | undefined;
  now: Date;
  onSent: () => void;
}

/** Where a person writes to the customer. What is typed is kept until it is sent. */
export function Composer({ conversation, subject, now, onSent }: Props) {
  const { conversationId } = conversation;
  const [draft, setDraft] = useSessionStorage({ key: `frontdesk-draft-${conversationId}`, defaultValue: "" });
  const field = useRef<HTMLTextAreaElement>(null);
  const message = useWriteMessage({
    conversationId,
    onDone: () => {
      setDraft("");
      field.current?.focus();
      onSent();
    },
  });
  const text = draft.trim();

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (text && !message.isRunning) message.run(text);
  }

  if (!isWindowOpen(conversation, now)) return <WindowClosed conversation={conversation} now={now} />;
  return (
    <form className={classes.composer} onSubmit={send}>
      <ErrorNotice title="This was not sent" error={message.error} onClose={message.reset} />
      <Group gap="sm" align="flex-end" wrap="nowrap" mt={message.error ? "sm" : 0}>
        <Textarea
          ref={field}
          flex={1}
          aria-label="Message to the customer"
          description={hintOf(conversation, subject, now)}
          inputWrapperOrder={["input", "description"]}
          placeholder="Write as the business"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => isSend(event) && send(event)}
          maxLength={CHARACTERS_MAX}
          readOnly={message.isRunning}
          autosize
          minRows={1}
          maxRows={6}
        />
        <Button
          type="submit"
          loading={message.isRunning}
          disabled={!text}
          leftSection={<SendHorizontal size={16} aria-hidden />}
          style={{ alignSelf: "flex-start" }}
        >
          Send
        </Button>
      </Group>
    </form>
  );
}

function WindowClosed({ conversation: { lastInboundAt }, now }: { conversation: Conversation; now: Date }) {
  return (
    <div className={classes.composer}>
      <Alert color="gray" icon={<Clock size={18} aria-hidden />} title="You cannot write here now">
        <Text size="sm">
          WhatsApp takes messages of a business only within 24 hours after the customer last wrote.{" "}
          {lastInboundAt ? `They last wrote ${ago(lastInboundAt, now)}.` : "They have not written yet."} As soon as they
          write again, you can answer.
        </Text>
      </Alert>
    </div>
  );
}

/** Enter sends and Shift+Enter begins a line; while a word is being composed, as in Japanese, Enter is the word's. */
function isSend(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
}

function hintOf(conversation: Conversation, subject: string | undefined, now: Date): string {
  if (conversation.stopped) return "The customer asked for no more messages. Write only if you must.";
  if (conversation.turnOpen) return "An answer is being written. What you send takes its place, and the conversation is yours.";
  if (holderOf(conversation, subject, now) !== "assistant") return "The assistant is silent here.";
  return "The assistant goes on answering after your message. Take over to silence it.";
}
