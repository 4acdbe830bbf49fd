import { useSearchParams } from "wouter";

import { type Shown, shownOf } from "./finding";

/** What the page shows, as the address says it: `?conversation=` open, `?find=` looked for, `?show=` of which kind. */
export function useSelection() {
  const [search, setSearch] = useSearchParams();

  function change(name: string, value: string, options: { replace: boolean }) {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    }, options);
  }

  return {
    conversationId: search.get("conversation"),
    find: search.get("find") ?? "",
    shown: shownOf(search.get("show")),
    hrefOf: (conversationId: string) => {
      const after = new URLSearchParams(search);
      after.set("conversation", conversationId);
      return `/conversations?${after}`;
    },
    close: () => change("conversation", "", { replace: false }),
    setFind: (find: string) => change("find", find, { replace: true }),
    setShown: (shown: Shown) => change("show", shown === "all" ? "" : shown, { replace: true }),
  };
}
