/** Where the picture of a message on the phone is read. */
import { address } from "@/api/client";
import { useOwner } from "@/session/owner";

export function usePictureAddress(sandboxMessageId: string): string {
  const { userId } = useOwner();
  return address("/api/v1/owners/{userId}/phone/messages/{sandboxMessageId}/picture", {
    path: { userId, sandboxMessageId },
  });
}
