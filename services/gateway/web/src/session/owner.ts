/** The business that the pages are about. Its id stands in the address: `/{userId}/documents`. */
import { createContext, useContext } from "react";

import type { Schema } from "@/api/client";

export type Owner = Schema<"OwnerRef">;

export const OwnerContext = createContext<Owner | null>(null);

/** The business whose page this is, and what the person is there (`role`). */
export function useOwner(): Owner {
  const owner = useContext(OwnerContext);
  if (owner === null) throw new Error("useOwner is for pages of a business");
  return owner;
}

const LAST = "frontdesk-last-owner";

/** Which of these the person looked at last in this browser; else the first. */
export function lastOf(owners: readonly Owner[]): Owner | undefined {
  const last = localStorage.getItem(LAST);
  return owners.find((owner) => owner.userId === last) ?? owners[0];
}

export function rememberLast(userId: string): void {
  localStorage.setItem(LAST, userId);
}
