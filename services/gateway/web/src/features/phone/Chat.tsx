import { Check, CheckCheck, List, Paperclip, Reply } from "lucide-react";
import { useState } from "react";

import { DayLog } from "@/components/DayLog";
import { clock } from "@/components/moments";

import { usePictureAddress } from "./api/picture-of";
import type { PhoneMessage, usePhone } from "./api/read-phone";
import type { useTapOnPhone } from "./api/tap-on-phone";
import { ListSheet } from "./ListSheet";
import { type Drawn, drawn, type Option } from "./payload";
import classes from "./Phone.module.css";

interface Props {
  /** The latest first, as the server gives them. */
  messages: readonly PhoneMessage[];
  list: ReturnType<typeof usePhone>;
  tap: ReturnType<typeof useTapOnPhone>;
}

/** What the phone shows, the oldest above; its buttons and lists can be tapped. */
export function Chat({ messages, list, tap }: Props) {
  const [opened, setOpened] = useState<Drawn | null>(null);

  function choose(message: Drawn, { id, title }: Option, listed: boolean) {
    setOpened(null);
    if (!tap.isRunning) tap.run({ id, title, listed, answering: message.id });
  }

  return (
    <>
      <DayLog
        messages={messages}
        list={list}
        at={({ sentAt }) => sentAt}
        dayClass={classes.day}
        draw={(message) => (
          <Bubble
            key={message.sandboxMessageId}
            message={message}
            onTap={(said, option) => choose(said, option, false)}
            onOpen={setOpened}
          />
        )}
      />
      <ListSheet
        list={opened?.list ?? null}
        onChoose={(option) => opened && choose(opened, option, true)}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

interface BubbleProps {
  message: PhoneMessage;
  onTap: (said: Drawn, option: Option) => void;
  onOpen: (said: Drawn) => void;
}

/** One message with what can be tapped under it. On the customer's phone the customer's own stand on the right. */
function Bubble({ message: { sandboxMessageId, payload, outbound, sentAt, status }, onTap, onOpen }: BubbleProps) {
  const said = drawn(payload);
  const picture = usePictureAddress(sandboxMessageId);
  return (
    <li className={classes.message} data-own={!outbound || undefined}>
      <div className={classes.bubble}>
        {said.isPicture && (
          <img className={classes.picture} src={picture} alt={said.text || "A picture"} loading="lazy" />
        )}
        {said.placeholder && (
          <span className={classes.placeholder}>
            <Paperclip size={15} aria-hidden />
            {said.placeholder}
          </span>
        )}
        <span className={classes.text}>{said.text}</span>
        <span className={classes.stamp}>
          <time dateTime={sentAt}>{clock(sentAt)}</time>
          {!outbound && <Ticks status={status} />}
        </span>
      </div>
      {said.buttons.map((button) => (
        <button key={button.id} type="button" className={classes.tap} onClick={() => onTap(said, button)}>
          <Reply size={15} aria-hidden />
          {button.title}
        </button>
      ))}
      {said.list && (
        <button type="button" className={classes.tap} aria-haspopup="dialog" onClick={() => onOpen(said)}>
          <List size={15} aria-hidden />
          {said.list.button}
        </button>
      )}
    </li>
  );
}

const TICKS: Readonly<Record<string, string>> = { sent: "Sent", delivered: "Delivered", read: "Read" };

/** One tick: sent. Two: delivered. Two blue ones: read. */
function Ticks({ status }: { status: string }) {
  const Sign = status === "sent" ? Check : CheckCheck;
  return (
    <span className={classes.ticks} data-read={status === "read" || undefined} role="img" aria-label={TICKS[status] ?? status}>
      <Sign size={15} aria-hidden />
    </span>
  );
}
