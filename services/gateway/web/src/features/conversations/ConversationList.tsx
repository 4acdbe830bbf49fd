import { Loader, SegmentedControl, Stack, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { Search } from "lucide-react";

import { MoreButton } from "@/components/MoreButton";
import { QueryView } from "@/components/QueryView";
import { count } from "@/components/words";
import { useMe } from "@/session/me";

import type { Conversation, useConversations } from "./api/list-conversations";
import classes from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow";
import { type Shown, those } from "./finding";
import { isNew, useSeen } from "./seen";
import { stateOf } from "./state";
import { useNow } from "./use-now";
import type { useSelection } from "./use-selection";

const KINDS: { value: Shown; label: string }[] = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Needs a person" },
  { value: "people", label: "Not the assistant" },
];

interface Props {
  list: ReturnType<typeof useConversations>;
  selection: ReturnType<typeof useSelection>;
  focusOn: string | null;
  /** What was typed is not what the list shows yet. */
  isLooking: boolean;
}

/** The conversations to choose from, the latest first, and what narrows them down. */
export function ConversationList({ list, selection, focusOn, isLooking }: Props) {
  const { find, shown, setFind, setShown } = selection;
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Find a conversation by name or phone number"
        placeholder="Name or phone number"
        maxLength={100}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={isLooking && <Loader size={14} color="gray" aria-hidden />}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Which conversations"
        data={KINDS}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
      />
      <QueryView
        query={list}
        show={({ items }) => <Rows conversations={items} list={list} selection={selection} focusOn={focusOn} />}
      />
    </Stack>
  );
}

interface RowsProps extends Pick<Props, "list" | "selection" | "focusOn"> {
  conversations: readonly Conversation[];
}

function Rows({ conversations, list, selection: { find, shown, hrefOf, conversationId }, focusOn }: RowsProps) {
  const subject = useMe().data?.subject;
  const seen = useSeen();
  const now = useNow();
  const listed = those(shown, conversations, now);
  const news = conversations.filter((one) => one.conversationId !== conversationId && isNew(one, seen)).length;
  return (
    <>
      <VisuallyHidden aria-live="polite">{news > 0 && `${count(news, "conversation")} with something new`}</VisuallyHidden>
      <ul className={classes.list} aria-label="Conversations">
        {listed.map((conversation) => (
          <ConversationRow
            key={conversation.conversationId}
            conversation={conversation}
            state={stateOf(conversation, subject, now)}
            href={hrefOf(conversation.conversationId)}
            isOpen={conversation.conversationId === conversationId}
            isNew={isNew(conversation, seen)}
            takesFocus={conversation.conversationId === focusOn}
          />
        ))}
      </ul>
      {listed.length === 0 && <NoneFound find={find.trim()} shown={shown} isMore={list.hasNextPage} />}
      <MoreButton list={list}>{find.trim() ? "Show more" : "Look further back"}</MoreButton>
    </>
  );
}

function NoneFound({ find, shown, isMore }: { find: string; shown: Shown; isMore: boolean }) {
  const words =
    shown !== "all" && isMore
      ? "None of those that were read so far is like that. There are more."
      : shown !== "all"
        ? "No conversation is like that."
        : `No customer is found by “${find}”. Names are found by how one of their words begins, phone numbers by their first or last digits. What was said is not searched.`;
  return (
    <Text c="dimmed" size="sm" ta="center" py="lg" px="sm" role="status">
      {words}
    </Text>
  );
}
