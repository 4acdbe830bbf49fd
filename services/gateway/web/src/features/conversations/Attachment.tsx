import { Loader } from "@mantine/core";
import { CircleAlert, Download, FileText, Paperclip } from "lucide-react";

import { bytes } from "@/components/words";

import { useMediaAddress } from "./api/media-of";
import type { Message } from "./api/list-messages";
import classes from "./Attachment.module.css";
import { Picture } from "./Picture";
import { attachmentOf } from "./said";

interface Props {
  message: Message;
  /** Who sent it, for those who hear the page. */
  author: string;
}

/** What came with a message beside its text: shown, played or offered to be saved; or why it is not here. */
export function Attachment({ message, author }: Props) {
  const words = attachmentOf(message);
  const { media } = message;
  if (words === null) return null;
  switch (media?.state) {
    case "fetched":
      return <Here message={message} media={media} words={words} author={author} />;
    case "waiting":
      return (
        <span className={classes.note} role="status">
          <Loader size={14} color="gray" aria-hidden />
          {words}: {media.reason ? `not here yet. ${media.reason} It is tried again.` : "on its way from WhatsApp…"}
        </span>
      );
    case "refused":
    case "gone":
      return (
        <span className={classes.note}>
          <CircleAlert size={16} aria-hidden />
          {words} could not be fetched. {media.reason}
        </span>
      );
    default:
      return (
        <span className={classes.note}>
          <Paperclip size={16} aria-hidden />
          {words}
        </span>
      );
  }
}

interface HereProps extends Props {
  media: NonNullable<Message["media"]>;
  words: string;
}

function Here({ message: { messageId, kind }, media, words, author }: HereProps) {
  const source = useMediaAddress(messageId);
  const label = `${words} from ${author}`;
  switch (media.shownAs) {
    case "image":
      return <Picture source={source} label={label} isSticker={kind === "sticker"} />;
    case "audio":
      return <audio className={classes.audio} controls preload="metadata" src={source} aria-label={label} />;
    case "video":
      return <video className={classes.video} controls preload="metadata" src={source} aria-label={label} />;
    default:
      return (
        <a className={classes.file} href={source} download={media.filename || true}>
          <FileText size={22} strokeWidth={1.6} aria-hidden />
          <span className={classes.named}>
            <b>{media.filename || words}</b>
            <small>
              {bytes(media.size)}
              {typeOf(media.mime)}
            </small>
          </span>
          <Download size={18} aria-label="Save" />
        </a>
      );
  }
}

/** " · PDF". */
function typeOf(mime: string): string {
  const name = mime.split(";")[0]?.split("/")[1] ?? "";
  return /^[a-z0-9]{2,5}$/i.test(name) ? ` · ${name.toUpperCase()}` : "";
}
