import { Drawer } from "@mantine/core";
import { useState } from "react";

import { say } from "@/components/notices";

import type { WhatsAppNumber } from "./api/list-numbers";
import { ConnectForm } from "./ConnectForm";
import { nameOf } from "./names";
import { TellMeta } from "./TellMeta";
import { useConnecting } from "./use-connecting";

interface Props {
  /** The number that gets new secrets; not given for a new one. */
  again?: WhatsAppNumber | undefined;
  hasSharedApp: boolean;
  opened: boolean;
  onClose: () => void;
}

interface Connected {
  number: WhatsAppNumber;
  verifyToken: string;
}

/** Connecting a number, and for an app of one's own what is left to do at Meta. What was typed stays while it is closed. */
export function ConnectDrawer({ again, hasSharedApp, opened, onClose }: Props) {
  const [connected, setConnected] = useState<Connected | null>(null);
  const connecting = useConnecting({ again, hasSharedApp, onConnected });

  function onConnected(number: WhatsAppNumber, verifyToken: string) {
    if (number.ownApp && verifyToken) return setConnected({ number, verifyToken });
    say(`${nameOf(number)} is connected.`);
    onClose();
  }
  const title = connected ? "One step left, at Meta" : again ? `Connect ${nameOf(again)} again` : "Connect a number";

  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      onExitTransitionEnd={() => setConnected(null)}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {connected ? (
        <TellMeta {...connected} onClose={onClose} />
      ) : (
        <ConnectForm connecting={connecting} isAgain={again !== undefined} hasSharedApp={hasSharedApp} onClose={onClose} />
      )}
    </Drawer>
  );
}
