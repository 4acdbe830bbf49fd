/** The business's WhatsApp numbers, and what this server offers for connecting more. */
import { useQuery } from "@tanstack/react-query";

import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

export type WhatsAppNumber = Schema<"NumberShown">;
export type Numbers = Schema<"Numbers">;

export function useNumbers() {
  const { userId } = useOwner();
  return useQuery({
    queryKey: of(userId, "number", "list"),
    queryFn: ({ signal }) => get("/api/v1/owners/{userId}/numbers", { path: { userId }, signal }),
  });
}
