import { Anchor, Button, Stack } from "@mantine/core";
import { Cable, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "wouter";

import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { type Numbers, useNumbers, type WhatsAppNumber } from "./api/list-numbers";
import { ConnectDrawer } from "./ConnectDrawer";
import { DisconnectDialog } from "./DisconnectDialog";
import { NumberCard } from "./NumberCard";
import { SandboxCard } from "./SandboxCard";

const NEW = "new";
const META_GUIDE = "https://developers.facebook.com/docs/whatsapp/cloud-api/get-started";

/** The business's numbers. `?connect=` opens the form: `new`, or the id of a number that is connected again. */
export default function WhatsAppPage() {
  const numbers = useNumbers();
  const [, setSearch] = useSearchParams();
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setSearch({ connect: NEW })}>
      Connect a number
    </Button>
  );
  const hasAny = numbers.data?.items.some(isReal) ?? false;
  return (
    <Page title="WhatsApp" about="The numbers on which your customers write, and whether they work." actions={hasAny && add}>
      <QueryView query={numbers} show={(shown) => <Shown numbers={shown} add={add} />} />
    </Page>
  );
}

function Shown({ numbers: { items, sharedApp }, add }: { numbers: Numbers; add: ReactNode }) {
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState<WhatsAppNumber | null>(null);
  const wanted = search.get("connect");
  const real = items.filter(isReal);
  const again = real.find((one) => one.phoneNumberId === wanted);

  return (
    <Stack gap="lg">
      {real.length === 0 && (
        <Card>
          <EmptyState title="No WhatsApp number yet" icon={Cable} action={add}>
            Connect the number on which your customers write, and the assistant answers them there. It must be a number
            of WhatsApp's Cloud API:{" "}
            <Anchor href={META_GUIDE} target="_blank" rel="noreferrer" underline="always">
              how to get one
            </Anchor>
            .
          </EmptyState>
        </Card>
      )}
      {real.map((number) => (
        <NumberCard
          key={number.phoneNumberId}
          number={number}
          onConnectAgain={() => setSearch({ connect: number.phoneNumberId })}
          onDisconnect={() => setLeaving(number)}
        />
      ))}
      {items.length > real.length && <SandboxCard />}
      <ConnectDrawer
        key={again?.phoneNumberId ?? NEW}
        again={again}
        hasSharedApp={sharedApp}
        opened={wanted === NEW || again !== undefined}
        onClose={() => setSearch({})}
      />
      <DisconnectDialog number={leaving} onClose={() => setLeaving(null)} />
    </Stack>
  );
}

function isReal({ channel }: WhatsAppNumber): boolean {
  return channel === "whatsapp";
}
