/** Make a business with what was said of it: the first step of its set-up is done then. */
import { useAct } from "@/api/act";
import { post, put, type Schema } from "@/api/client";
import { ME } from "@/session/me";

import { keyFor, forgetKey } from "../kept-key";

type Business = Schema<"OwnerToMake">;

export function useMakeBusiness({ onDone }: { onDone: (made: Schema<"OwnerMade">) => void }) {
  return useAct({
    act: async (body: Business) => {
      const key = keyFor(body);
      const made = await post("/api/v1/owners", { body, key });
      const path = { userId: made.userId, stepNo: "1" };
      await put("/api/v1/owners/{userId}/onboarding/steps/{stepNo}", { path, body: { status: "done" }, key: `${key}-1` });
      return made;
    },
    changes: () => [ME],
    onDone: (made) => {
      forgetKey();
      onDone(made);
    },
  });
}
