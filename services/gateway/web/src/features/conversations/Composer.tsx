import { Alert, Button, Group, Text } from "@mantine/core";
import { Clock, SendHorizontal } from "lucide-react";
import type { FormEvent, KeyboardEvent } from "react";

import { ErrorNotice } from "@/components/ErrorNotice";
import { ago } from "@/components/words";
import { useDraft } from "@/components/writing/draft";
import { MessageField } from "@/components/writing/MessageField";

import type { Conversation } from "./api/list-conversations";
import { useWriteMessage } from "./api/write-message";
import { holderOf, isWindowOpen } from "./state";
import classes from "./Thread.module.css";

interface Props {
  conversation: Conversation;
  subject: string | undefined;
  now: Date;
  onSent: () => void;
}

/** Where a person writes to the customer. */
export function Composer({ conversation, subject, now, onSent }: Props) {
  const { conversationId } = conversation;
  const draft = useDraft(`frontdesk-draft-${conversationId}`);
  const message = useWriteMessage({
    conversationId,
    onDone: () => {
      draft.sent();
      onSent();
    },
  });

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (draft.text && !message.isRunning) message.run(draft.text);
  }

  if (!isWindowOpen(conversation, now)) return <WindowClosed conversation={conversation} now={now} />;
  return (
    <form className={classes.composer} onSubmit={send}>
      <ErrorNotice title="This was not sent" error={message.error} onClose={message.reset} />
      <Group gap="sm" align="flex-end" wrap="nowrap" mt={message.error ? "sm" : 0}>
        <MessageField
          draft={draft}
          isSending={message.isRunning}
          onSend={send}
          aria-label="Message to the customer"
          description={hintOf(conversation, subject, now)}
          inputWrapperOrder={["input", "description"]}
          placeholder="Write as the business"
        />
        <Button
          type="submit"
          loading={message.isRunning}
          disabled={!draft.text}
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

function hintOf(conversation: Conversation, subject: string | undefined, now: Date): string {
  if (conversation.stopped) return "The customer asked for no more messages. Write only if you must.";
  if (conversation.turnOpen) return "An answer is being written. What you send takes its place, and the conversation is yours.";
  if (holderOf(conversation, subject, now) !== "assistant") return "The assistant is silent here.";
  return "The assistant goes on answering after your message. Take over to silence it.";
}
