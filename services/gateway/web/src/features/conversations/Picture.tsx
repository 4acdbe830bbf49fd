import { Anchor, Group, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ImageOff } from "lucide-react";
import { useState } from "react";

import classes from "./Attachment.module.css";

interface Props {
  source: string;
  /** What it is, for those who hear the page: "Photo from Zoë". */
  label: string;
  isSticker: boolean;
}

/** A picture in the conversation; chosen, it is shown as large as there is room. */
export function Picture({ source, label, isSticker }: Props) {
  const [isOpen, large] = useDisclosure();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return (
      <a className={classes.note} href={source} download>
        <ImageOff size={16} aria-hidden />
        This picture cannot be shown. Save it instead.
      </a>
    );
  }
  return (
    <>
      <button type="button" className={classes.picture} data-sticker={isSticker || undefined} onClick={large.open}>
        <img src={source} alt={label} loading="lazy" onError={() => setBroken(true)} />
      </button>
      <Modal
        opened={isOpen}
        onClose={large.close}
        title={label}
        size="auto"
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <img className={classes.large} src={source} alt={label} />
        <Group justify="flex-end" gap="lg" mt="sm">
          <Anchor href={source} target="_blank" rel="noreferrer" size="sm">
            Open in a new tab
          </Anchor>
          <Anchor href={source} download size="sm">
            Save
          </Anchor>
        </Group>
      </Modal>
    </>
  );
}
