import { Ban, Check, CheckCheck, CircleHelp, Clock, type LucideIcon, Paperclip } from "lucide-react";

import { clock } from "@/components/moments";

import type { Message } from "./api/list-messages";
import classes from "./MessageLog.module.css";
import { attachmentOf, type Delivery, deliveryOf } from "./said";
import { Sources } from "./Sources";

/** One message, with who said it, when, where it comes from and what came of it. It is text, whatever it holds. */
export function Bubble({ message, author }: { message: Message; author: string }) {
  const { role, content, createdAt, sources, deliveryError } = message;
  const attachment = attachmentOf(message);
  const delivery = deliveryOf(message);
  return (
    <li className={classes.message} data-role={role} data-ours={role !== "customer" || undefined}>
      <div className={classes.bubble}>
        {attachment && (
          <span className={classes.attachment}>
            <Paperclip size={16} aria-hidden />
            {attachment}
          </span>
        )}
        {content}
      </div>
      <Sources sources={sources} />
      <div className={classes.foot}>
        <b>{author}</b>
        <time dateTime={createdAt}>{clock(createdAt)}</time>
        {delivery && <Delivered delivery={delivery} error={deliveryError} />}
      </div>
    </li>
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
