import { DayLog } from "@/components/DayLog";

import type { Message, useMessages } from "./api/list-messages";
import { Bubble } from "./Bubble";
import classes from "./MessageLog.module.css";
import { saidBy } from "./said";

interface Props {
  /** The latest first, as the server gives them. */
  messages: readonly Message[];
  list: ReturnType<typeof useMessages>;
  /** What the customer is called. */
  customer: string;
  subject: string | undefined;
}

/** What was said, day by day. */
export function MessageLog({ messages, list, customer, subject }: Props) {
  return (
    <DayLog
      messages={messages}
      list={list}
      at={(message) => message.createdAt}
      dayClass={classes.day}
      draw={(message) => (
        <Bubble key={message.messageId} message={message} author={saidBy(message, customer, subject)} />
      )}
    />
  );
}
