/** Connect a number, or give a connected one new secrets. WhatsApp is asked about the token first. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

import type { WhatsAppNumber } from "./list-numbers";

export type NumberToConnect = Schema<"NumberToConnect">;

interface Options {
  onDone: (connected: WhatsAppNumber, given: NumberToConnect) => void;
}

export function useConnectNumber({ onDone }: Options) {
  const { userId } = useOwner();
  return useAct({
    act: (body: NumberToConnect, key) => post("/api/v1/owners/{userId}/numbers", { path: { userId }, body, key }),
    changes: () => [of(userId, "number")],
    onDone,
  });
}
