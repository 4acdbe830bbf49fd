import { SegmentedControl, Stack, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { Search } from "lucide-react";

import { MoreButton } from "@/components/MoreButton";
import { count } from "@/components/words";
import { useMe } from "@/session/me";

import type { Conversation, useConversations } from "./api/list-conversations";
import classes from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow";
import { found, type Shown } from "./finding";
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
  conversations: readonly Conversation[];
  list: ReturnType<typeof useConversations>;
  selection: ReturnType<typeof useSelection>;
  focusOn: string | null;
}

/** The conversations to choose from, the latest first. */
export function ConversationList({ conversations, list, selection, focusOn }: Props) {
  const { find, shown, setFind, setShown, hrefOf, conversationId } = selection;
  const subject = useMe().data?.subject;
  const seen = useSeen();
  const now = useNow();
  const those = found(conversations, find, shown, now);
  const news = conversations.filter((one) => one.conversationId !== conversationId && isNew(one, seen)).length;

  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Find a conversation"
        placeholder="Name, number or last message"
        leftSection={<Search size={16} aria-hidden />}
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
      <VisuallyHidden aria-live="polite">{news > 0 && `${count(news, "conversation")} with something new`}</VisuallyHidden>
      <ul className={classes.list} aria-label="Conversations">
        {those.map((conversation) => (
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
      {those.length === 0 && <NoneFound isMore={list.hasNextPage} />}
      <MoreButton list={list}>Look further back</MoreButton>
    </Stack>
  );
}

function NoneFound({ isMore }: { isMore: boolean }) {
  return (
    <Text c="dimmed" ta="center" py="lg" role="status">
      {isMore ? "None of the latest conversations is like that. There are older ones." : "No conversation is like that."}
    </Text>
  );
}
