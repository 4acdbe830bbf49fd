import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { MessageCircle, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";

import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";

import { useConversations } from "./api/list-conversations";
import { ConversationList } from "./ConversationList";
import classes from "./ConversationsPage.module.css";
import { Thread } from "./Thread";
import { useSelection } from "./use-selection";

/** Narrower than this the list and a conversation are a screen each. */
const NARROW = "(max-width: 61.99em)";
/** Who types is not asked after at every letter. */
const TYPING_MILLISECONDS = 250;

/** Everything customers and the business say to each other. `?conversation=` opens one. */
export default function ConversationsPage() {
  const selection = useSelection();
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const { conversationId, close } = selection;
  const last = useLast(conversationId);

  if (isNarrow && conversationId) return <Thread key={conversationId} conversationId={conversationId} onClose={close} />;
  const list = <Conversations selection={selection} focusOn={isNarrow ? last : null} />;
  return (
    <Page title="Conversations" width="wide" about="Who wrote, what the assistant answered, and where you are needed.">
      {isNarrow ? (
        list
      ) : (
        <div className={classes.panes}>
          <div className={classes.list}>{list}</div>
          <div className={classes.thread}>
            {conversationId ? <Thread key={conversationId} conversationId={conversationId} /> : <NoneOpen />}
          </div>
        </div>
      )}
    </Page>
  );
}

interface Props {
  selection: ReturnType<typeof useSelection>;
  /** The conversation whose row the keyboard goes on from. */
  focusOn: string | null;
}

function Conversations({ selection, focusOn }: Props) {
  const find = selection.find.trim();
  const [sought] = useDebouncedValue(find, TYPING_MILLISECONDS);
  const conversations = useConversations(sought);
  const isLooking = find !== sought || conversations.isPlaceholderData;
  if (find === "" && !isLooking && conversations.data?.items.length === 0) return <NobodyWrote />;
  return <ConversationList list={conversations} selection={selection} focusOn={focusOn} isLooking={isLooking} />;
}

function NobodyWrote() {
  return (
    <EmptyState title="Nobody has written yet" icon={MessagesSquare} action={<Link href="/phone">Open the phone</Link>}>
      As soon as a customer writes, the conversation stands here. Play one yourself to see it.
    </EmptyState>
  );
}

function NoneOpen() {
  return (
    <EmptyState title="No conversation is open" icon={MessageCircle}>
      Choose one on the left to read it, to write yourself, or to take it over from the assistant.
    </EmptyState>
  );
}

/** The conversation that was open last, this one or before none was. */
function useLast(conversationId: string | null): string | null {
  const [last, setLast] = useState(conversationId);
  if (conversationId && conversationId !== last) setLast(conversationId);
  return last;
}
