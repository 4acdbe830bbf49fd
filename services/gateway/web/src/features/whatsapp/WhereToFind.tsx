import type { ReactNode } from "react";

import { Disclosure } from "@/components/Disclosure";

import classes from "./WhereToFind.module.css";

interface Props {
  /** What is looked for: "the access token". */
  what: string;
  /** The way there through Meta's pages, one step each. */
  steps: readonly ReactNode[];
  /** Another way, or what else to know. */
  note?: ReactNode;
}

/** Under a field: the way through Meta's pages to what it asks for. */
export function WhereToFind({ what, steps, note }: Props) {
  return (
    <Disclosure summary={`Where do I find ${what}?`}>
      <div className={classes.way}>
        <ol className={classes.steps}>
          {steps.map((step, place) => (
            <li key={place}>{step}</li>
          ))}
        </ol>
        {note && <p className={classes.note}>{note}</p>}
      </div>
    </Disclosure>
  );
}
