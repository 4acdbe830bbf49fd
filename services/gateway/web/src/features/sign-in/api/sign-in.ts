/** Spend a one-time link: it gives this browser a session. */
import { post } from "@/api/client";

export function signIn(token: string) {
  return post("/api/v1/sign-in", { body: { token } });
}
