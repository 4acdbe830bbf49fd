import { ActionIcon, FileButton } from "@mantine/core";
import { ImagePlus, SendHorizontal } from "lucide-react";
import type { ClipboardEvent, FormEvent, KeyboardEvent } from "react";

import { ErrorNotice } from "@/components/ErrorNotice";
import { useDraft } from "@/components/writing/draft";
import { MessageField } from "@/components/writing/MessageField";

import { useSendPicture } from "./api/send-picture";
import { useWriteOnPhone } from "./api/write-on-phone";
import { ChosenPicture } from "./ChosenPicture";
import classes from "./Keyboard.module.css";
import { CAPTION_MAX, fileIn, PICTURE_TYPES } from "./picture";
import type { Player } from "./player";
import type { usePicture } from "./use-picture";

interface Props {
  player: Player;
  picture: ReturnType<typeof usePicture>;
  /** Why a tap was not sent. */
  tapError: unknown;
  onForget: () => void;
  onSent: () => void;
}

/** Where the played customer writes, and chooses a picture to send with or without words. */
export function Keyboard({ player, picture, tapError, onForget, onSent }: Props) {
  const draft = useDraft(`frontdesk-phone-${player.customer}`);
  function done() {
    picture.letGo();
    draft.sent();
    onSent();
  }
  const message = useWriteOnPhone({ player, onDone: done });
  const sending = useSendPicture({ player, onDone: done });
  const { chosen } = picture;
  const isSending = message.isRunning || sending.isRunning;
  const isSomething = chosen !== null || draft.text !== "";

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (isSending) return;
    if (chosen) sending.run({ picture: chosen.picture, caption: draft.text });
    else if (draft.text) message.run(draft.text);
  }
  function paste(event: ClipboardEvent) {
    const file = fileIn(event.clipboardData);
    if (file) event.preventDefault();
    picture.choose(file);
  }
  function forget() {
    message.reset();
    sending.reset();
    onForget();
  }

  return (
    <form className={classes.keyboard} onSubmit={send} onPaste={paste}>
      <ErrorNotice title="This was not sent" error={message.error ?? sending.error ?? tapError} onClose={forget} />
      <ChosenPicture picture={picture} />
      <div className={classes.writing}>
        <FileButton accept={PICTURE_TYPES.join(",")} onChange={picture.choose} disabled={isSending}>
          {(button) => (
            <ActionIcon {...button} variant="subtle" color="gray" size={38} radius="xl" aria-label="Send a picture">
              <ImagePlus size={20} />
            </ActionIcon>
          )}
        </FileButton>
        <MessageField
          draft={draft}
          isSending={isSending}
          onSend={send}
          aria-label={chosen ? "Words under the picture" : "Message to the business"}
          placeholder={chosen ? "Add a caption" : "Message"}
          radius="xl"
          maxRows={5}
          {...(chosen && { maxLength: CAPTION_MAX })}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          color="pine"
          size={38}
          radius="xl"
          aria-label="Send"
          loading={isSending}
          disabled={!isSomething}
        >
          <SendHorizontal size={18} />
        </ActionIcon>
      </div>
    </form>
  );
}
