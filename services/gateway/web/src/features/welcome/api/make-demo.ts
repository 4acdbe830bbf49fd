/** A demo business to look around in. */
import { useAct } from "@/api/act";
import { post, type Schema } from "@/api/client";
import { ME } from "@/session/me";

export function useMakeDemo({ onDone }: { onDone: (made: Schema<"OwnerMade">) => void }) {
  return useAct({
    act: (_: null, key) => post("/api/v1/demo", { key }),
    changes: () => [ME],
    onDone,
  });
}
