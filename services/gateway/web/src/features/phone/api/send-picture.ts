/** Send a picture as a played customer. It takes the way of every picture from WhatsApp. */
import { useAct } from "@/api/act";
import { post } from "@/api/client";
import { of } from "@/api/keys";
import { useOwner } from "@/session/owner";

import type { Player } from "../player";

export interface PictureToSend {
  picture: File;
  caption: string;
}

interface Options {
  player: Player;
  onDone: () => void;
}

export function useSendPicture({ player: { customer, name }, onDone }: Options) {
  const { userId } = useOwner();
  return useAct({
    act: ({ picture, caption }: PictureToSend, key) =>
      post("/api/v1/owners/{userId}/phone/customers/{customer}/pictures", {
        path: { userId, customer },
        body: formOf({ name, caption, file: picture }),
        key,
      }),
    changes: () => [of(userId, "phone")],
    onDone,
  });
}

/** The server reads what stands before the file. */
function formOf({ name, caption, file }: { name: string; caption: string; file: File }): FormData {
  const form = new FormData();
  form.append("name", name);
  form.append("caption", caption);
  form.append("file", file);
  return form;
}
