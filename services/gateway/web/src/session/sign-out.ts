/** End this browser's session. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { post } from "@/api/client";

import { ME } from "./me";

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post("/api/v1/sign-out", {}),
    onSuccess: async () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
      await client.resetQueries({ queryKey: ME });
    },
  });
}
