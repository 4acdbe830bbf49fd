/** What a number is called. */
import type { WhatsAppNumber } from "./api/list-numbers";

/** As people dial it; its id where WhatsApp has not told. */
export function nameOf({ displayNumber, phoneNumberId }: WhatsAppNumber): string {
  return displayNumber || phoneNumberId;
}
