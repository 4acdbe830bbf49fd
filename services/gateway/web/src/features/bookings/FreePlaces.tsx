import { Button, Group, Stack, Text } from "@mantine/core";

import type { FreePlace } from "./api/list-free-places";
import { byDate, dateWords, inPlaceWords, timeToBook } from "./places";

interface Props {
  places: readonly FreePlace[];
  /** What is chosen now. */
  date: string;
  time: string;
  onPick: (place: FreePlace) => void;
}

/** Places to choose from, under their dates. */
export function FreePlaces({ places, date, time, onPick }: Props) {
  return (
    <Stack gap="xs">
      {byDate(places).map(([day, ofDay]) => (
        <div key={day} role="group" aria-label={dateWords(day)}>
          <Text size="sm" c="dimmed" mb={4}>
            {dateWords(day)}
          </Text>
          <Group gap={6}>
            {ofDay.map((place) => {
              const isPicked = day === date && timeToBook(place) === time;
              return (
                <Button
                  key={place.number ?? place.time}
                  size="compact-sm"
                  variant={isPicked ? "filled" : "light"}
                  aria-pressed={isPicked}
                  onClick={() => onPick(place)}
                >
                  {inPlaceWords(place)}
                </Button>
              );
            })}
          </Group>
        </div>
      ))}
    </Stack>
  );
}
