import { Avatar, Text } from "@mantine/core";
import { Link } from "wouter";

import { MoreButton } from "@/components/MoreButton";
import { shortly } from "@/components/moments";

import type { PlayedCustomer, useCustomers } from "./api/list-customers";
import classes from "./PhonePage.module.css";
import { playerName } from "./player";

interface Props {
  customers: readonly PlayedCustomer[];
  list: ReturnType<typeof useCustomers>;
  /** Who is played now. */
  open: string | null;
}

/** The customers who were played, to go on as one of them. */
export function CustomerList({ customers, list, open }: Props) {
  return (
    <nav aria-label="Played customers">
      <ul className={classes.customers}>
        {customers.map((one) => (
          <li key={one.customer}>
            <Link
              href={`/phone?customer=${one.customer}`}
              className={classes.customer}
              aria-current={one.customer === open ? "true" : undefined}
            >
              <Avatar name={playerName(one)} color="pine" size={38} aria-hidden />
              <span className={classes.words}>
                <Text span display="block" fw={550} truncate>
                  {playerName(one)}
                </Text>
                <Text span display="block" size="xs" c="dimmed" truncate>
                  +{one.customer}
                </Text>
              </span>
              <Text span size="xs" c="dimmed">
                {shortly(one.lastAt)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </nav>
  );
}
