import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useRef } from "react";

import { ErrorNotice } from "@/components/ErrorNotice";

import { OwnAppFields } from "./OwnAppFields";
import { Secret } from "./Secret";
import type { Connecting } from "./use-connecting";
import { TO_THE_ID, TO_THE_TOKEN } from "./ways";
import { WhereToFind } from "./WhereToFind";

interface Props {
  connecting: Connecting;
  /** It is connected already, and gets new secrets. */
  isAgain: boolean;
  hasSharedApp: boolean;
  onClose: () => void;
}

/** What WhatsApp wants to know before Frontdesk may speak for a number, and where each of it stands. */
export function ConnectForm({ connecting, isAgain, hasSharedApp, onClose }: Props) {
  const { form, keepsSecrets, submit, isRunning, error } = connecting;
  const element = useRef<HTMLFormElement>(null);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (await submit()) return;
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  return (
    <form ref={element} noValidate autoComplete="off" onSubmit={(event) => void onSubmit(event)}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {isAgain
            ? "The new token takes the place of the old one. What you leave empty stays as it is."
            : "Frontdesk speaks for a number of WhatsApp's Cloud API. Meta's pages give you two things to copy here."}
        </Text>
        <div>
          <TextInput
            label="Phone number ID"
            withAsterisk
            inputMode="numeric"
            readOnly={isAgain}
            {...(!isAgain && { "data-autofocus": true })}
            {...form.getInputProps("phoneNumberId")}
          />
          {!isAgain && <WhereToFind what="the phone number ID" steps={TO_THE_ID} />}
        </div>
        <div>
          <Secret label="Access token" withAsterisk {...(isAgain && { "data-autofocus": true })} {...form.getInputProps("token")} />
          <WhereToFind
            what="the access token"
            steps={TO_THE_TOKEN}
            note="To try it out for a day, the temporary token on the page API Setup will do."
          />
        </div>
        <OwnAppFields form={form} keepsSecrets={keepsSecrets} hasSharedApp={hasSharedApp} />
        <ErrorNotice title="It was not connected" error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isRunning}>
            {isAgain ? "Connect again" : "Connect"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
