/** Tap a button, or a row of a list, as a played customer. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

import type { Player } from "../player";

export interface Tap {
  id: string;
  title: string;
  /** A row of a list, not a button. */
  listed: boolean;
  /** The message that holds it. */
  answering: string;
}

interface Options {
  player: Player;
  onDone: () => void;
}

export function useTapOnPhone({ player: { customer, name }, onDone }: Options) {
  const { userId } = useOwner();
  return useAct({
    act: (tap: Tap, key) =>
      post("/api/v1/owners/{userId}/phone/customers/{customer}/taps", {
        path: { userId, customer },
        body: { ...tap, name },
        key,
      }),
    changes: () => [of(userId, "phone")],
    onDone,
  });
}
