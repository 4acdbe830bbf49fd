import type { ReactNode } from "react";

import classes from "./DayLog.module.css";
import { byDay } from "./moments";
import { MoreButton } from "./MoreButton";

interface Props<Message> {
  /** The latest first, as the server gives them. */
  messages: readonly Message[];
  list: Parameters<typeof MoreButton>[0]["list"];
  at: (message: Message) => string;
  /** One message, with its key. */
  draw: (message: Message) => ReactNode;
  /** How the name of a day looks. */
  dayClass: string | undefined;
}

/** What was said, the oldest above, day by day. */
export function DayLog<Message>({ messages, list, at, draw, dayClass = "" }: Props<Message>) {
  return (
    <>
      <MoreButton list={list}>Earlier messages</MoreButton>
      {byDay(messages.toReversed(), at).map(({ day, items }) => (
        <section key={day} aria-label={day}>
          <p className={dayClass}>{day}</p>
          <ol className={classes.messages}>{items.map(draw)}</ol>
        </section>
      ))}
    </>
  );
}
