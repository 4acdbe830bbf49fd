/** What changes on the server shows here by itself. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { address, type Schema } from "./client";
import { isAbout } from "./keys";

type Change = Schema<"Change">;

const KINDS: readonly Change["kind"][] = ["conversation", "booking", "document", "phone", "deadLetter", "everything"];
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
