/** What a played phone shows, the latest first, and whether an answer is being made. */
import { useEffect } from "react";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type PhoneMessage = Schema<"PhoneMessage">;

/** The feed tells of messages, but not that somebody stopped typing without one. */
const TYPING_MILLISECONDS = 2_000;

export function usePhone(customer: string) {
  const { userId } = useOwner();
  const phone = useList(of(userId, "phone", customer, "messages"), (after, signal) =>
    get("/api/v1/owners/{userId}/phone/customers/{customer}/messages", {
      path: { userId, customer },
      query: { after },
      signal,
    }),
  );
  const { refetch } = phone;
  const isTyping = phone.data?.first.typing ?? false;
  useEffect(() => {
    if (!isTyping) return;
    const timer = setInterval(() => void refetch(), TYPING_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isTyping, refetch]);
  return phone;
}
