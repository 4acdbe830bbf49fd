import { Button, Stack, Text, Title } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";

import type { Schema } from "@/api/client";
import { Card } from "@/components/Card";
import { QueryView } from "@/components/QueryView";
import { useCheck } from "@/features/whatsapp/api/check-number";
import { CheckSteps } from "@/features/whatsapp/CheckSteps";
import { ConnectForm } from "@/features/whatsapp/ConnectForm";
import { nameOf } from "@/features/whatsapp/names";
import { TellMeta } from "@/features/whatsapp/TellMeta";
import { useConnecting } from "@/features/whatsapp/use-connecting";

type WhatsAppNumber = Schema<"NumberShown">;

interface Connected {
  number: WhatsAppNumber;
  verifyToken: string;
}

/** In the set-up: connecting a first number, what is left to do at Meta, and whether the number works. */
export default function ConnectNumber({ numbers: { items, sharedApp } }: { numbers: Schema<"Numbers"> }) {
  /** A number of whose webhook Meta is still to be told. */
  const [untold, setUntold] = useState<Connected | null>(null);
  const connected = items.filter(({ channel }) => channel === "whatsapp");

  if (untold !== null) {
    return (
      <Card title="One step left, at Meta">
        <TellMeta {...untold} onClose={() => setUntold(null)} />
      </Card>
    );
  }
  if (connected.length > 0) return connected.map((number) => <Checked key={number.phoneNumberId} number={number} />);
  return <Connecting hasSharedApp={sharedApp} onUntold={setUntold} />;
}

interface ConnectingProps {
  hasSharedApp: boolean;
  onUntold: (connected: Connected) => void;
}

function Connecting({ hasSharedApp, onUntold }: ConnectingProps) {
  const [isOpen, setOpen] = useState(false);
  const connecting = useConnecting({ again: undefined, hasSharedApp, onConnected });

  function onConnected(number: WhatsAppNumber, verifyToken: string) {
    if (number.ownApp && verifyToken) onUntold({ number, verifyToken });
  }
  return (
    <Card title="Connect a number">
      {isOpen ? (
        <ConnectForm
          connecting={connecting}
          isAgain={false}
          hasSharedApp={hasSharedApp}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Stack gap="md" align="flex-start">
          <Text>
            It must be a number of WhatsApp's Cloud API. Meta's pages give you two things to copy here: its id, and an
            access token. Where each of them stands is said beside its field.
          </Text>
          <Button variant="light" leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen(true)}>
            I have a number
          </Button>
        </Stack>
      )}
    </Card>
  );
}

/** A number that is connected, and whether it works. */
function Checked({ number }: { number: WhatsAppNumber }) {
  const check = useCheck(number.phoneNumberId);
  return (
    <Card>
      <Title order={3} size="h4" mb="md">
        {nameOf(number)} is connected
      </Title>
      <QueryView query={check} show={({ steps }) => <CheckSteps steps={steps} />} />
    </Card>
  );
}
