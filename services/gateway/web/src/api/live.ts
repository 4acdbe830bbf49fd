/** What changes on the server shows here by itself. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { address, type Schema } from "./client";
import { isAbout } from "./keys";

type Change = Schema<"Change">;

/** Each kind by name, so that none is forgotten. */
const KINDS = Object.keys({
  conversation: 1,
  booking: 1,
  document: 1,
  phone: 1,
  deadLetter: 1,
  profile: 1,
  schedule: 1,
  assistant: 1,
  danger: 1,
  everything: 1,
} satisfies Record<Change["kind"], 1>);
const AGAIN_MILLISECONDS = 5_000;
/** A short gap is nobody's business. */
const LOST_AFTER_MILLISECONDS = 4_000;

/**
 * Follow an owner's feed and read again what is shown of what changed. Gives whether the feed is lost just now.
 *
 * The browser resumes a lost connection by itself, from where it was; one that the server refused is opened anew, and
 * then everything is read again.
 */
export function useLiveUpdates(userId: string): { isLost: boolean } {
  const client = useQueryClient();
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let alarm: ReturnType<typeof setTimeout> | undefined;

    function apply(change: Change) {
      void client.invalidateQueries({ predicate: (query) => isAbout(query, userId, change) });
    }
    function opened() {
      clearTimeout(alarm);
      alarm = undefined;
      setLost(false);
    }
    function lost() {
      alarm ??= setTimeout(() => setLost(true), LOST_AFTER_MILLISECONDS);
      if (source?.readyState !== EventSource.CLOSED) return;
      again = setTimeout(() => {
        void client.invalidateQueries();
        open();
      }, AGAIN_MILLISECONDS);
    }
    function open() {
      source = new EventSource(address("/api/v1/owners/{userId}/feed", { path: { userId } }));
      source.addEventListener("open", opened);
      source.addEventListener("error", lost);
      for (const kind of KINDS) {
        source.addEventListener(kind, (event: MessageEvent<string>) => apply(JSON.parse(event.data) as Change));
      }
    }

    open();
    return () => {
      source?.close();
      clearTimeout(again);
      clearTimeout(alarm);
    };
  }, [client, userId]);

  return { isLost };
}
