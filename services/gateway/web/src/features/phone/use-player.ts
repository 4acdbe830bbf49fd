import { useSearchParams } from "wouter";

import type { Player } from "./player";

/** Who is played, as the address says it: `?customer=447700900001`, with `&name=` until they have written. */
export function usePlayer() {
  const [search, setSearch] = useSearchParams();
  const customer = search.get("customer");
  return {
    customer,
    /** What a new customer was called; the server knows the names of the others. */
    newName: search.get("name") ?? "",
    begin: ({ customer, name }: Player) => setSearch({ customer, name }),
    close: () => setSearch({}),
  };
}
