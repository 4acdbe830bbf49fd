import { Badge, Text, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Link } from "wouter";

import { shortly } from "@/components/moments";

import type { Conversation } from "./api/list-conversations";
import classes from "./ConversationList.module.css";
import { lineOf } from "./said";
import { nameOf, type State } from "./state";

const BEFORE = { customer: "", assistant: "Assistant: ", staff: "Staff: " } as const;

interface Props {
  conversation: Conversation;
  state: State;
  href: string;
  isOpen: boolean;
  /** The customer said something that was not shown here yet. */
  isNew: boolean;
  takesFocus: boolean;
}

/** One conversation: with whom, what was said last, and who has it where that is not the assistant at rest. */
export function ConversationRow({ conversation, state, href, isOpen, isNew, takesFocus }: Props) {
  const { last, updatedAt } = conversation;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus();
  }, [takesFocus]);

  return (
    <li>
      <Link
        ref={link}
        href={href}
        className={classes.row}
        aria-current={isOpen ? "true" : undefined}
        data-new={isNew || undefined}
      >
        <span className={classes.head}>
          <Text span className={classes.name ?? ""} fw={isNew ? 700 : 550} truncate dir="auto">
            {nameOf(conversation)}
          </Text>
          <Text span size="xs" c="dimmed" style={{ flex: "none" }}>
            {shortly(last?.at ?? updatedAt)}
          </Text>
        </span>
        <span className={classes.tail}>
          <Text span size="sm" className={classes.said ?? ""}>
            {last && <span className={classes.before}>{BEFORE[last.role]}</span>}
            {/* A line of its own direction: what has no room is the end of what was said, in Arabic too. */}
            <Text span inherit truncate dir="auto" className={classes.words ?? ""}>
              {last ? lineOf(last) || "(no text)" : "Nothing said yet"}
            </Text>
          </Text>
          {state.label !== "Assistant" && (
            <Badge variant="light" color={state.color} size="sm" tt="none" fw={600} flex="none" maw={140}>
              {state.label}
            </Badge>
          )}
          {isNew && (
            <span className={classes.dot}>
              <VisuallyHidden>New</VisuallyHidden>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
