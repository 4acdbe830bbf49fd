/** Where the file that came with a message is read. */
import { address } from "@/api/client";
import { useOwner } from "@/session/owner";

export function useMediaAddress(messageId: string): string {
  const { userId } = useOwner();
  return address("/api/v1/owners/{userId}/messages/{messageId}/media", { path: { userId, messageId } });
}
