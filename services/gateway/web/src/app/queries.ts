/** How answers are kept and asked for again. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { ApiError, isSignedOut, Unreachable } from "@/api/problem";
import { ME } from "@/session/me";

const RETRIES_MAX = 2;
/** The live feed says when something changed; this is for what it does not tell of. */
const STALE_MILLISECONDS = 30_000;

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== ME[0] && noticeSignOut(error) }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      // Frontdesk may run on this very machine: a browser without a network still reaches it.
      queries: { networkMode: "always", staleTime: STALE_MILLISECONDS, retry: (times, error) => times < RETRIES_MAX && mayPass(error) },
      mutations: { networkMode: "always" },
    },
  });

  /** Whoever finds that the session is over lets the rest of the console know. */
  function noticeSignOut(error: unknown) {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: ME });
  }
  return client;
}

function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiError && error.passes);
}
