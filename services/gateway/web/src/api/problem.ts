/** What the server, or the way to it, answers when something cannot be done. */
import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];
type FieldProblem = components["schemas"]["FieldProblem"];

/** A problem the server described (RFC 9457): its message is made for the person. */
export class ApiError extends Error {
  override name = "ApiError";

  constructor(readonly problem: Problem & Record<string, unknown>) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The kind, for a program: `stale`, `slot_taken`. */
  get code(): string {
    return this.problem.type.replace("urn:frontdesk:problem:", "");
  }

  /** Whether the same act may succeed if it is simply tried again. */
  get passes(): boolean {
    return this.status === 503 || this.status === 502;
  }
}

/** Nothing came back: no network, or no server. What was asked for may have been done. */
export class Unreachable extends Error {
  override name = "Unreachable";

  constructor() {
    super("Frontdesk does not answer. Check your connection, then try again; nothing you typed is lost.");
  }
}

/** An edit of something that was changed meanwhile: both versions. */
export interface Stale {
  current: Record<string, unknown>;
  yours: Record<string, unknown>;
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Both versions, if this is why an edit was refused. */
export function staleOf(error: unknown): Stale | null {
  if (!(error instanceof ApiError) || error.code !== "stale") return null;
  return { current: error.problem.current as Stale["current"], yours: error.problem.yours as Stale["yours"] };
}

/** What is wrong field by field, to be shown at the fields: give it to a form's `setErrors`. Empty if it is of none. */
export function fieldErrors(error: unknown): Record<string, string> {
  const errors = error instanceof ApiError ? (error.problem.errors as FieldProblem[] | undefined) : undefined;
  return Object.fromEntries((errors ?? []).map(({ field, problem }) => [field, problem]));
}

/** An error in words for the person. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiError || error instanceof Unreachable
    ? error.message
    : "This page made a mistake. Reload it; if it stays so, tell whoever runs Frontdesk here.";
}

/** The problem that a response tells of. */
export async function problemOf(response: Response): Promise<Error> {
  try {
    return new ApiError((await response.json()) as ApiError["problem"]);
  } catch {
    // Something between here and Frontdesk answered in its place.
    const detail = `Frontdesk did not answer this as expected (${response.status}). Try again in a moment.`;
    return new ApiError({ type: "about:blank", title: "unexpected", status: response.status, detail });
  }
}
