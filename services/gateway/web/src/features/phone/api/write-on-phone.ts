/** Write as a played customer. It takes the way of every message from WhatsApp. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

import type { Player } from "../player";

interface Options {
  player: Player;
  onDone: () => void;
}

export function useWriteOnPhone({ player: { customer, name }, onDone }: Options) {
  const { userId } = useOwner();
  return useAct({
    act: (text: string, key) =>
      post("/api/v1/owners/{userId}/phone/customers/{customer}/messages", {
        path: { userId, customer },
        body: { text, name },
        key,
      }),
    changes: () => [of(userId, "phone")],
    onDone,
  });
}
