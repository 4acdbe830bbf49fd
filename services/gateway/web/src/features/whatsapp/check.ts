/** A check in words: what each step is called, and what it all comes to. */
import type { Checked, CheckedStep } from "./api/check-number";

export const STEP_NAMES: Record<CheckedStep["name"], string> = {
  token: "Access token",
  address: "This server's address",
  webhook: "Webhook",
  messages: "Messages",
};

/** `waits`: nothing is wrong with it, but it is not proven either. */
export type Standing = "fine" | "waits" | "wrong";

/** That nobody wrote yet is no fault. */
export function standingOf(step: CheckedStep): Standing {
  if (step.ok) return "fine";
  return step.name === "messages" ? "waits" : "wrong";
}

export interface Verdict {
  words: string;
  color: string;
}

/** Whether connecting the number again, with other secrets, may put it right. */
export function isOfSecrets({ name, ok }: CheckedStep): boolean {
  return !ok && (name === "token" || name === "webhook");
}

/** The whole in two or three words. */
export function verdictOf({ steps }: Checked): Verdict {
  const standings = steps.map(standingOf);
  if (standings.includes("wrong")) return { words: "Needs attention", color: "orange" };
  if (standings.includes("waits")) return { words: "Waiting for a first message", color: "blue" };
  return { words: "Works", color: "pine" };
}
