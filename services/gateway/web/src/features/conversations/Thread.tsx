import { useEffect, useRef } from "react";

import { QueryView } from "@/components/QueryView";
import { useMe } from "@/session/me";

import type { Conversation } from "./api/list-conversations";
import { useMessages } from "./api/list-messages";
import { useConversation } from "./api/read-conversation";
import { Composer } from "./Composer";
import { HoldBar } from "./HoldBar";
import { MessageLog } from "./MessageLog";
import { markSeen } from "./seen";
import { nameOf } from "./state";
import classes from "./Thread.module.css";
import { ThreadHeader } from "./ThreadHeader";
import { useNow } from "./use-now";

interface Props {
  conversationId: string;
  /** Given where the conversation is a screen of its own: the way back to the list. */
  onClose?: () => void;
}

/** One conversation: who has it, what was said, and a place to write. */
export function Thread({ conversationId, onClose }: Props) {
  const conversation = useConversation(conversationId);
  return (
    <section className={classes.thread} aria-label="Conversation" data-alone={onClose !== undefined || undefined}>
      <ThreadHeader conversation={conversation.data} onClose={onClose} />
      <QueryView query={conversation} show={(shown) => <Open conversation={shown} />} />
    </section>
  );
}

function Open({ conversation }: { conversation: Conversation }) {
  const { conversationId, last } = conversation;
  const messages = useMessages(conversationId);
  const subject = useMe().data?.subject;
  const now = useNow();
  const log = useRef<HTMLDivElement>(null);
  const at = last?.at;
  useEffect(() => {
    if (at) markSeen(conversationId, at);
  }, [conversationId, at]);

  return (
    <>
      <HoldBar conversation={conversation} subject={subject} now={now} />
      <div ref={log} className={classes.log} role="log" aria-label="Messages" tabIndex={0}>
        <div className={classes.inner}>
          <QueryView
            query={messages}
            empty="Nothing was said yet"
            show={({ items }) => (
              <MessageLog messages={items} list={messages} customer={nameOf(conversation)} subject={subject} />
            )}
          />
          {conversation.turnOpen && <p className={classes.writing}>The assistant is writing…</p>}
        </div>
      </div>
      <Composer conversation={conversation} subject={subject} now={now} onSent={() => log.current?.scrollTo({ top: 0 })} />
    </>
  );
}
