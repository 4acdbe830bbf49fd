import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { Users } from "lucide-react";

/** A part of what was edited, in words. */
export type Line = readonly [label: string, words: string];

interface Props {
  theirs: readonly Line[];
  /** The same parts in the same order, as the person typed them. */
  mine: readonly Line[];
  onKeepMine: () => void;
  onDiscard: () => void;
}

/** Somebody else saved first: both versions, and what to do. */
export function StaleNotice({ theirs, mine, onKeepMine, onDiscard }: Props) {
  const differing = theirs.map(([label, words], at) => ({ label, theirs: words, mine: mine[at]?.[1] ?? "" }));
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<Users size={18} aria-hidden />}
      title="Somebody else saved this while you were editing"
    >
      <Text size="sm">Nothing you typed is lost. Here is what differs:</Text>
      <Table.ScrollContainer minWidth={0} my="sm">
        <Table layout="fixed" aria-label="What differs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What</Table.Th>
              <Table.Th>Saved now</Table.Th>
              <Table.Th>Yours</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing
              .filter((line) => line.theirs !== line.mine)
              .map((line) => (
                <Table.Tr key={line.label}>
                  <Table.Th scope="row">{line.label}</Table.Th>
                  <Table.Td>{line.theirs || "(empty)"}</Table.Td>
                  <Table.Td>{line.mine || "(empty)"}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group gap="sm">
        <Button size="xs" onClick={onKeepMine}>
          Keep my changes on top
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          Take what is saved now
        </Button>
      </Group>
    </Alert>
  );
}
