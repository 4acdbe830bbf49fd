import { Code } from "@mantine/core";

import { Disclosure } from "@/components/Disclosure";

import type { DeadLetter } from "./api/list-dead-letters";
import classes from "./DeadLetterRow.module.css";

/** What those who run Frontdesk want to know of it. */
export function Details({ letter: { topic, service, code, error, deadLetterId } }: { letter: DeadLetter }) {
  return (
    <Disclosure summary="For whoever runs Frontdesk" isQuiet>
      <Code block mt={6} className={classes.code ?? ""}>
        {[`${service} gave up ${topic} (${code})`, error, deadLetterId].join("\n")}
      </Code>
    </Disclosure>
  );
}
