import { Button } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Smartphone, UserPlus } from "lucide-react";

import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { useCustomers } from "./api/list-customers";
import { CustomerList } from "./CustomerList";
import { NewCustomer } from "./NewCustomer";
import { Phone } from "./Phone";
import classes from "./PhonePage.module.css";
import { numberProblem, type Player } from "./player";
import { usePlayer } from "./use-player";

/** Narrower than this the customers and the phone are a screen each. */
const NARROW = "(max-width: 61.99em)";

/** A customer's phone to try the assistant with. `?customer=` is who is played. */
export default function PhonePage() {
  const { customer, newName, begin, close } = usePlayer();
  const customers = useCustomers();
  const [isAdding, adding] = useDisclosure();
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });

  const played = customers.data?.items ?? [];
  const player = playerOf(customer, newName, played);
  // A name that is not known yet would be taken for none.
  const phone = player && !customers.isPending && <Phone key={player.customer} player={player} onClose={isNarrow ? close : undefined} />;
  const dialog = (
    <NewCustomer key={played.length} opened={isAdding} played={played} onClose={adding.close} onBegin={begin} />
  );
  if (isNarrow && phone) return phone;

  const add = (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={adding.open}>
      New customer
    </Button>
  );
  const list = (
    <QueryView
      query={customers}
      show={({ items }) => <CustomerList customers={items} list={customers} open={customer} />}
      empty={
        <EmptyState title="Nobody is played yet" icon={Smartphone} action={add}>
          Make up a customer, write as they would on WhatsApp, and see what your assistant answers.
        </EmptyState>
      }
    />
  );
  return (
    <Page
      title="Phone"
      width="wide"
      about="Write to your business as a customer would. It goes the way of every WhatsApp message, but nobody outside sees it."
      actions={(played.length > 0 || player) && add}
    >
      {isNarrow ? (
        list
      ) : (
        <div className={classes.panes}>
          <div className={classes.list}>{list}</div>
          {phone || <Nobody hasPlayed={played.length > 0} />}
        </div>
      )}
      {dialog}
    </Page>
  );
}

function Nobody({ hasPlayed }: { hasPlayed: boolean }) {
  return hasPlayed ? (
    <EmptyState title="Whose phone is it?" icon={Smartphone}>
      Choose a customer on the left, or make up a new one.
    </EmptyState>
  ) : null;
}

function playerOf(customer: string | null, newName: string, played: readonly Player[]): Player | null {
  if (customer === null || numberProblem(customer) !== null) return null;
  return played.find((one) => one.customer === customer) ?? { customer, name: newName };
}
