import { Button, Group, Text, UnstyledButton } from "@mantine/core";
import { BellRing } from "lucide-react";

import { minutesIn, timeOf } from "@/components/days";
import { count } from "@/components/words";

import type { QueueOfDay } from "./api/read-queue";
import type { Desk } from "./use-desk";
import classes from "./Queue.module.css";
import { nameOf } from "./statuses";

interface Props {
  queue: QueueOfDay;
  now: Date;
  timezone: string;
  desk: Desk;
  onOpen: (bookingId: string) => void;
}

/** Who is being served and since when, and the one press that the morning is run with. */
export function Serving({ queue, now, timezone, desk, onOpen }: Props) {
  const { serving, since } = queue;
  const next = queue.waiting[0]?.booking;
  return (
    <section className={classes.serving} aria-label="Being served">
      <div role="status" className={classes.who}>
        <Text size="sm" className={classes.label ?? ""}>
          Being served
        </Text>
        {serving ? (
          <>
            <UnstyledButton className={classes.name ?? ""} onClick={() => onOpen(serving.bookingId)}>
              <span className={classes.number}>{serving.tokenNumber}</span> {nameOf(serving)}
            </UnstyledButton>
            <Text size="sm">
              {[serving.reason, since && sinceWords(since, now, timezone)].filter(Boolean).join(" · ")}
            </Text>
          </>
        ) : (
          <Text fw={600} size="lg" mt={4}>
            Nobody
          </Text>
        )}
      </div>
      <div className={classes.presses}>
        <Button
          size="md"
          leftSection={<BellRing size={18} aria-hidden />}
          disabled={!next || desk.isBusy}
          onClick={() => next && desk.call(next.bookingId)}
        >
          {next ? `Next: ${next.tokenNumber}, ${nameOf(next)}` : "Nobody is waiting"}
        </Button>
        {serving && (
          <Group gap="xs" justify="flex-end">
            <Button
              size="xs"
              variant="default"
              disabled={desk.isBusy}
              onClick={() => desk.decide(serving.bookingId, "complete")}
            >
              Done, call nobody
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={desk.isBusy}
              onClick={() => desk.decide(serving.bookingId, "no_show")}
            >
              Did not come
            </Button>
          </Group>
        )}
      </div>
    </section>
  );
}

/** "since 12:05, 7 minutes", on the business's clock. */
function sinceWords(since: string, now: Date, timezone: string): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  return `since ${timeOf(minutesIn(timezone, new Date(since)))}, ${count(minutes, "minute")}`;
}
