import { ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";

import classes from "./Disclosure.module.css";

interface Props {
  /** What is pressed to see it. */
  summary: string;
  /** Quiet: for what few want to know. */
  isQuiet?: boolean;
  children: ReactNode;
}

/** What stands behind a line of words, and is drawn when somebody asks for it. */
export function Disclosure({ summary, isQuiet = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary} data-quiet={isQuiet || undefined}>
        <ChevronRight size={16} aria-hidden className={classes.sign ?? ""} />
        {summary}
      </summary>
      {isOpen && children}
    </details>
  );
}
