import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { CalendarDays, FileText, type LucideIcon, MessageCircle, RotateCw, Settings2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "wouter";

import { ErrorNotice } from "@/components/ErrorNotice";
import { clock, dayOf } from "@/components/moments";
import { say } from "@/components/notices";
import rows from "@/components/rows.module.css";
import { ago, count } from "@/components/words";

import type { DeadLetter } from "./api/list-dead-letters";
import { useReplay } from "./api/replay-dead-letter";
import classes from "./DeadLetterRow.module.css";
import { Details } from "./Details";
import { placeOf, standingOf } from "./standing";
import { type CameOf, cameOfWords, whatOf, whyOf } from "./words";

const ICONS: Record<string, LucideIcon> = { booking: CalendarDays, doc: FileText, owner: Settings2, settings: Settings2 };

/** One thing that was given up: what, why, since when, and what can be done about it. */
export function DeadLetterRow({ letter }: { letter: DeadLetter }) {
  const replay = useReplay({ onDone: (answer) => say(cameOfWords(answer).words) });
  const standing = standingOf(letter);
  const place = placeOf(letter);
  const what = whatOf(letter);
  const Icon = ICONS[letter.topic.split(".")[0] ?? ""] ?? MessageCircle;

  return (
    <li className={rows.row} data-waiting={standing === "waiting" || undefined}>
      <Icon size={22} strokeWidth={1.5} aria-hidden className={rows.icon ?? ""} />
      <div className={`${rows.words} ${classes.words}`}>
        <Group gap="xs">
          <Text fw={550}>{what}</Text>
          {standing === "waiting" && (
            <Badge variant="light" color="orange" flex="none" tt="none" fw={600}>
              Waiting for you
            </Badge>
          )}
        </Group>
        <Text size="sm">{whyOf(letter)}</Text>
        <Text size="sm" c="dimmed">
          Given up {whenOf(letter.givenUpAt)} after {count(letter.attempts, "attempt")}
        </Text>
        {standing === "tried" && <Outcome cameOf={cameOfWords(letter.cameOf)} letter={letter} isMine={replay.isDone} />}
        {standing === "too-old" && (
          <Text size="sm" c="dimmed">
            It is too long ago to be tried again.
          </Text>
        )}
        {replay.error && (
          <div className={classes.error}>
            <ErrorNotice title="It did not work this time either" error={replay.error} onClose={replay.reset} />
          </div>
        )}
        <Group gap="md" className={classes.acts ?? ""}>
          {standing === "waiting" && (
            <Button
              size="xs"
              variant="default"
              leftSection={<RotateCw size={14} aria-hidden />}
              loading={replay.isRunning}
              onClick={() => replay.run(letter.deadLetterId)}
              aria-label={`Try again: ${what}`}
            >
              Try again
            </Button>
          )}
          {place && (
            <Anchor component={Link} href={place.href} size="sm">
              {place.words}
            </Anchor>
          )}
        </Group>
        <Details letter={letter} />
      </div>
    </li>
  );
}

const COLORS = { good: "var(--mantine-color-pine-light-color)", neutral: "dimmed", bad: "var(--mantine-color-error)" } as const;

/** What came of trying again. Whoever just did that is led here, for the button is gone. */
function Outcome({ cameOf: { words, tone }, letter, isMine }: { cameOf: CameOf; letter: DeadLetter; isMine: boolean }) {
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isMine) outcome.current?.focus();
  }, [isMine]);
  return (
    <Text ref={outcome} tabIndex={-1} size="sm" fw={550} c={COLORS[tone]} className={classes.outcome ?? ""}>
      {words}
      {letter.replayedAt && (
        <Text span size="sm" fw={400} c="dimmed">
          {` · ${ago(letter.replayedAt)}`}
        </Text>
      )}
    </Text>
  );
}

function whenOf(moment: string): string {
  const day = dayOf(moment);
  return `${day === "Today" || day === "Yesterday" ? day.toLowerCase() : `on ${day}`} at ${clock(moment)}`;
}
