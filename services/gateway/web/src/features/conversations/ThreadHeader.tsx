import { ActionIcon, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";

import { numberOf } from "@/components/words";

import type { Conversation } from "./api/list-conversations";
import { nameOf } from "./state";
import classes from "./Thread.module.css";

interface Props {
  conversation: Conversation | undefined;
  onClose: (() => void) | undefined;
}

/** With whom, and the way back where this is a screen of its own. */
export function ThreadHeader({ conversation, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isAlone = onClose !== undefined;
  const name = conversation ? nameOf(conversation) : "Conversation";
  useDocumentTitle(`${name} · Frontdesk`);
  useEffect(() => {
    // The list, and with it the row that was chosen, is gone from the screen.
    if (isAlone) heading.current?.focus();
  }, [isAlone]);

  return (
    <header className={classes.header}>
      {onClose && (
        <ActionIcon aria-label="Back to all conversations" onClick={onClose} size="lg">
          <ArrowLeft size={20} />
        </ActionIcon>
      )}
      <div className={classes.who}>
        <Title ref={heading} order={isAlone ? 1 : 2} size="h4" tabIndex={-1} lineClamp={1}>
          {name}
        </Title>
        <Text size="sm" c="dimmed" truncate>
          {conversation && aboutOf(conversation)}
        </Text>
      </div>
    </header>
  );
}

function aboutOf({ phone, channel, language }: Conversation): string {
  const place = channel === "sandbox" ? "on the phone in this console" : "on WhatsApp";
  return [numberOf(phone), place, languageOf(language)].filter(Boolean).join(" · ");
}

/** "German". */
function languageOf(language: string | null): string {
  if (!language) return "";
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(language) ?? "";
  } catch {
    return ""; // not the name of a language
  }
}
