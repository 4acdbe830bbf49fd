import { CircleCheckBig } from "lucide-react";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { MoreButton } from "@/components/MoreButton";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import rows from "@/components/rows.module.css";

import { useDeadLetters } from "./api/list-dead-letters";
import { DeadLetterRow } from "./DeadLetterRow";

/** What the desk could not do, however often it tried, and trying it once more. */
export default function DeadLettersPage() {
  const letters = useDeadLetters();
  return (
    <Page
      title="Needs attention"
      about="What your front desk could not do, however often it tried. Nothing of it is lost: look at it, and have it tried again."
    >
      <QueryView
        query={letters}
        show={({ items }) => (
          <Card>
            <ul className={rows.list}>
              {items.map((letter) => (
                <DeadLetterRow key={letter.deadLetterId} letter={letter} />
              ))}
            </ul>
            <MoreButton list={letters} />
          </Card>
        )}
        empty={
          <EmptyState title="Nothing was given up" icon={CircleCheckBig}>
            Every message, booking and document has been dealt with. Should something not work out in spite of several
            attempts, it waits for you here.
          </EmptyState>
        }
      />
    </Page>
  );
}
