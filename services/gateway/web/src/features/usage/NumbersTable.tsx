import { Table } from "@mantine/core";

import { inWords, SHORT_DAY } from "@/components/days";
import { Disclosure } from "@/components/Disclosure";

import type { Day } from "./api/read-usage";
import classes from "./NumbersTable.module.css";
import { type Series, whole } from "./series";

interface Props {
  label: string;
  days: readonly Day[];
  series: readonly Series[];
}

/** A chart's numbers, for who asks for them. */
export function NumbersTable(props: Props) {
  return (
    <Disclosure summary="Show the numbers">
      <Numbers {...props} />
    </Disclosure>
  );
}

/** The latest day first. */
function Numbers({ label, days, series }: Props) {
  return (
    <div className={classes.room} tabIndex={0} role="region" aria-label={`${label}, as a table`}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day</Table.Th>
            {series.map(({ name, short }) => (
              <Table.Th key={name} scope="col" ta="end">
                {short}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map((day) => (
            <Table.Tr key={day.date}>
              <Table.Th scope="row" fw={500} className={classes.day ?? ""}>
                {inWords(day.date, SHORT_DAY)}
              </Table.Th>
              {series.map(({ name, of }) => (
                <Table.Td key={name} ta="end" className={classes.number ?? ""}>
                  {whole(of(day))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
