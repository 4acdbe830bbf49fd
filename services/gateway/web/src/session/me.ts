/** Who is signed in, and which businesses they may enter. */
import { queryOptions, useQuery } from "@tanstack/react-query";

import { get } from "@/api/client";

export const ME = ["me"] as const;

export const me = queryOptions({
  queryKey: ME,
  queryFn: ({ signal }) => get("/api/v1/me", { signal }),
  staleTime: 60_000,
});

/** `isWanted`: not before it can be known. */
export function useMe({ isWanted = true }: { isWanted?: boolean } = {}) {
  return useQuery({ ...me, enabled: isWanted });
}
