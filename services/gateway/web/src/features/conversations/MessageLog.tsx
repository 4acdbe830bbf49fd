import { MoreButton } from "@/components/MoreButton";
import { byDay } from "@/components/moments";

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

/** What was said, the oldest above, day by day. */
export function MessageLog({ messages, list, customer, subject }: Props) {
  const days = byDay([...messages].reverse(), (message) => message.createdAt);
  return (
    <>
      <MoreButton list={list}>Earlier messages</MoreButton>
      {days.map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <p className={classes.day}>{day}</p>
          <ol className={classes.messages}>
            {items.map((message) => (
              <Bubble key={message.messageId} message={message} author={saidBy(message, customer, subject)} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
