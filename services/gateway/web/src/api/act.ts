/** Something a person does. Done once, however often it has to be tried. */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import { TakesLonger } from "./client";
import { ApiError, Unreachable } from "./problem";

const TRIES_MAX = 3;

interface Act<Given, Answered> {
  /** Sends it. `key` stays the same while the same thing is tried again. */
  act: (given: Given, key: string) => Promise<Answered>;
  /** What is read again once it is done. */
  changes?: (given: Given, answer: Answered) => QueryKey[];
  onDone?: (answer: Answered, given: Given) => void;
}

interface Try<Given> {
  given: Given;
  key: string;
}

/**
 * A mutation with an Idempotency-Key per act. A lost connection is tried again by itself; should the person press the
 * button once more with the same values, it is still the same act, for it may have been done.
 */
export function useAct<Given, Answered>({ act, changes, onDone }: Act<Given, Answered>) {
  const client = useQueryClient();
  const last = useRef<Try<Given> | null>(null);
  const mutation = useMutation({
    mutationFn: ({ given, key }: Try<Given>) => act(given, key),
    retry: (times, error) => times + 1 < TRIES_MAX && mayPass(error),
    onSuccess: async (answer, { given }) => {
      last.current = null;
      await Promise.all((changes?.(given, answer) ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(answer, given);
    },
    onError: (error) => {
      if (isDecided(error)) last.current = null;
    },
  });

  function tried(given: Given): Try<Given> {
    if (last.current === null || !isSame(last.current.given, given)) last.current = { given, key: newKey() };
    return last.current;
  }

  return {
    /** Do it. Errors are in `error`. */
    run: (given: Given) => mutation.mutate(tried(given)),
    /** Do it and wait for what came of it; rejects with the error. */
    runAndWait: (given: Given) => mutation.mutateAsync(tried(given)),
    /** Forget the last answer or error. */
    reset: mutation.reset,
    error: mutation.error,
    answer: mutation.data,
    given: mutation.variables?.given,
    isRunning: mutation.isPending,
    isDone: mutation.isSuccess,
  };
}

export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiError && error.passes);
}

/** Whether the server said what came of it; else it may still be done. */
function isDecided(error: unknown): boolean {
  return !mayPass(error) && !(error instanceof TakesLonger);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (!hasFile(one) && !hasFile(other) && JSON.stringify(one) === JSON.stringify(other));
}

/** JSON sees nothing of a file, so two files are the same only if they are one. */
function hasFile(given: unknown): boolean {
  if (given instanceof Blob) return true;
  return typeof given === "object" && given !== null && Object.values(given).some((value) => value instanceof Blob);
}
