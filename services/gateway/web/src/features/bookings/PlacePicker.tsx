import { Text } from "@mantine/core";

import { isDay } from "@/components/days";
import { QueryView } from "@/components/QueryView";

import { type FreePlace, useFreePlaces } from "./api/list-free-places";
import { FreePlaces } from "./FreePlaces";
import { freeIn } from "./places";

interface Props {
  /** What is chosen now. */
  date: string;
  time: string;
  today: string;
  /** Free places are asked for only while somebody looks. */
  opened: boolean;
  /** A refusal, which may tell the nearest free places. */
  error: unknown;
  onPick: (place: FreePlace) => void;
}

/** What is free from a date on; after a refusal, what is free nearest to what was wanted. */
export function PlacePicker({ date, time, today, opened, error, onPick }: Props) {
  const isAhead = isDay(date) && date >= today;
  const free = useFreePlaces(date, opened && isAhead);
  const nearest = freeIn(error);
  if (nearest.length > 0) {
    return (
      <section aria-label="The nearest free places">
        <Text size="sm" fw={500} mb={4}>
          The nearest free places
        </Text>
        <FreePlaces places={nearest} date={date} time={time} onPick={onPick} />
      </section>
    );
  }
  if (!isAhead) return null;
  return (
    <section aria-label="Free places">
      <Text size="sm" fw={500} mb={4}>
        Free from this day on
      </Text>
      <QueryView
        query={free}
        isEmpty={({ items }) => items.length === 0}
        empty={<Text c="dimmed">{free.data?.words}</Text>}
        show={({ items }) => <FreePlaces places={items} date={date} time={time} onPick={onPick} />}
      />
    </section>
  );
}
