import { Ban, Check, CheckCheck, CircleHelp, Clock, type LucideIcon } from "lucide-react";

import { clock } from "@/components/moments";

import type { Message } from "./api/list-messages";
import { Attachment } from "./Attachment";
import classes from "./MessageLog.module.css";
import { type Delivery, deliveryOf, toldIn } from "./said";
import { Sources } from "./Sources";

/** One message, with who said it, when, where it comes from and what came of it. It is text, whatever it holds. */
export function Bubble({ message, author }: { message: Message; author: string }) {
  const { role, createdAt, sources, deliveryError } = message;
  const { text, choices } = toldIn(message);
  const delivery = deliveryOf(message);
  return (
    <li className={classes.message} data-role={role} data-ours={role !== "customer" || undefined}>
      <div className={classes.bubble}>
        <Attachment message={message} author={author} />
        {text && <div>{text}</div>}
      </div>
      {choices.length > 0 && <Offered choices={choices} />}
      <Sources sources={sources} />
      <div className={classes.foot}>
        <b>{author}</b>
        <time dateTime={createdAt}>{clock(createdAt)}</time>
        {delivery && <Delivered delivery={delivery} error={deliveryError} />}
      </div>
    </li>
  );
}

/** The buttons or rows that the customer was given. Here they are only shown. */
function Offered({ choices }: { choices: readonly string[] }) {
  return (
    <ul className={classes.offered} aria-label="Choices that were offered">
      {choices.map((choice) => (
        <li key={choice} className={classes.choice}>
          {choice}
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<Delivery["sign"], LucideIcon>> = {
  waiting: Clock,
  one: Check,
  two: CheckCheck,
  read: CheckCheck,
  failed: Ban,
  doubt: CircleHelp,
};

function Delivered({ delivery: { words, sign }, error }: { delivery: Delivery; error: string }) {
  const Sign = SIGNS[sign];
  return (
    <span className={classes.delivery} data-sign={sign}>
      <Sign size={14} aria-hidden />
      {error ? `${words}: ${error}` : words}
    </span>
  );
}
