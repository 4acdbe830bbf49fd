import { Badge, Box, Button, Group, Menu, Text } from "@mantine/core";
import { ChevronDown } from "lucide-react";

import { ErrorNotice } from "@/components/ErrorNotice";

import { useHandBack } from "./api/hand-back";
import type { Conversation } from "./api/list-conversations";
import { useTakeOver } from "./api/take-over";
import { stateOf } from "./state";
import classes from "./Thread.module.css";

const SPANS: readonly { words: string; minutes: number | null }[] = [
  { words: "Until I hand it back", minutes: null },
  { words: "For one hour", minutes: 60 },
  { words: "For 24 hours", minutes: 24 * 60 },
];

interface Props {
  conversation: Conversation;
  subject: string | undefined;
  now: Date;
}

/** Who has the conversation, in words, and how to change that. */
export function HoldBar({ conversation, subject, now }: Props) {
  const { holder, label, words, color } = stateOf(conversation, subject, now);
  const takeOver = useTakeOver(conversation.conversationId);
  const handBack = useHandBack(conversation.conversationId);
  const isRunning = takeOver.isRunning || handBack.isRunning;
  const error = takeOver.error ?? handBack.error;

  function take(minutes: number | null) {
    handBack.reset();
    takeOver.run(minutes);
  }
  function giveBack() {
    takeOver.reset();
    handBack.run();
  }

  return (
    <div className={classes.hold} data-color={color}>
      <Badge variant="light" color={color} tt="none" fw={600} flex="none">
        {label}
      </Badge>
      <Text size="sm" className={classes.holdWords ?? ""} role="status">
        {words}
      </Text>
      <Group gap={8} wrap="nowrap" className={classes.holdActs ?? ""}>
        {holder !== "assistant" && (
          <Button size="xs" variant="default" onClick={giveBack} loading={handBack.isRunning} disabled={isRunning}>
            Hand back
          </Button>
        )}
        {holder !== "you" && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button
                size="xs"
                variant={holder === "anyone" ? "filled" : "default"}
                rightSection={<ChevronDown size={14} aria-hidden />}
                loading={takeOver.isRunning}
                disabled={isRunning}
              >
                Take over
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {SPANS.map((span) => (
                <Menu.Item key={span.words} onClick={() => take(span.minutes)}>
                  {span.words}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {error !== null && (
        <Box flex="1 1 100%">
          <ErrorNotice title="Nothing was changed" error={error} />
        </Box>
      )}
    </div>
  );
}
