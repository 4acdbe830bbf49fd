/** Signs in whoever opens a one-time link. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { Unreachable } from "@/api/problem";
import { ME } from "@/session/me";

import { signIn } from "./api/sign-in";
import { hasToken, takeToken } from "./token";

const TRIES_MAX = 3;

/** Spends the link that the page was opened with, or that is pasted into its address later. */
export function useSignInLink() {
  const client = useQueryClient();
  const [cameWithLink] = useState(hasToken);
  const { mutate, isIdle, isPending, error, variables } = useMutation({
    mutationFn: signIn,
    retry: (times, failed) => failed instanceof Unreachable && times + 1 < TRIES_MAX,
    onSuccess: () => client.resetQueries({ queryKey: ME }),
  });

  useEffect(() => {
    function spend() {
      const token = takeToken();
      if (token !== null) mutate(token);
    }
    spend();
    addEventListener("hashchange", spend);
    return () => removeEventListener("hashchange", spend);
  }, [mutate]);

  return { isBeingSpent: isPending || (isIdle && cameWithLink), error, retry: () => variables !== undefined && mutate(variables) };
}
