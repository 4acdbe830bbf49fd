/**
 * The names under which answers are kept. A query's first two words are the owner and the kind, as the live feed names
 * kinds; a third one that is a string is the id of the one thing it is about. What changes is then read again by itself.
 */
import type { Query } from "@tanstack/react-query";

import type { Schema } from "./client";

/** Kinds the feed tells of, and those that change only by an act in the console. */
export type Kind = Exclude<Schema<"Change">["kind"], "everything"> | "number" | "onboarding" | "usage";

export type Key = readonly [userId: string, kind: Kind, ...more: unknown[]];

/** All that is known of a kind: `of(userId, "booking")`; or one thing, or one view: `of(userId, "booking", bookingId)`. */
export function of(userId: string, kind: Kind, ...more: unknown[]): Key {
  return [userId, kind, ...more];
}

/** Whether a query shows what this change is about. */
export function isAbout(query: Pick<Query, "queryKey">, userId: string, change: Schema<"Change">): boolean {
  const [owner, kind, about] = query.queryKey;
  if (owner !== userId) return false;
  if (change.kind === "everything") return true;
  return kind === change.kind && (typeof about !== "string" || about === change.id);
}
