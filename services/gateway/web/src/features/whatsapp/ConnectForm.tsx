import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef } from "react";

import { fieldErrors } from "@/api/problem";
import { ErrorNotice } from "@/components/ErrorNotice";

import { useConnectNumber } from "./api/connect-number";
import type { WhatsAppNumber } from "./api/list-numbers";
import { OwnAppFields } from "./OwnAppFields";
import { Secret } from "./Secret";
import { check, madeUpWord, numberOf, type Values } from "./values";
import { TO_THE_ID, TO_THE_TOKEN } from "./ways";
import { WhereToFind } from "./WhereToFind";

interface Props {
  /** The number that gets new secrets; not given for a new one. */
  again?: WhatsAppNumber | undefined;
  /** Whether this server has a Meta app, so that a business needs none of its own. */
  hasSharedApp: boolean;
  onConnected: (number: WhatsAppNumber, verifyToken: string) => void;
  onClose: () => void;
}

/** What WhatsApp wants to know before Frontdesk may speak for a number, and where each of it stands. */
export function ConnectForm({ again, hasSharedApp, onConnected, onClose }: Props) {
  const isAgain = again !== undefined;
  const keepsSecrets = again?.ownApp ?? false;
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<Values>({
    initialValues: {
      phoneNumberId: again?.phoneNumberId ?? "",
      token: "",
      hasOwnApp: keepsSecrets || !hasSharedApp,
      appSecret: "",
      verifyToken: keepsSecrets ? "" : madeUpWord(),
    },
    // Not when a field is left: that is what opening the explanation below it does.
    validate: (values) => check(values, keepsSecrets),
  });
  const connect = useConnectNumber({
    onDone: (number, { verifyToken = "" }) => {
      form.reset();
      onConnected(number, verifyToken);
    },
  });
  const isAtField = Object.keys(fieldErrors(connect.error)).length > 0;

  async function submit() {
    if (form.validate().hasErrors) return focusFirstError();
    await connect.runAndWait(numberOf(form.values)).catch((error: unknown) => {
      form.setErrors(fieldErrors(error));
      focusFirstError();
    });
  }
  function focusFirstError() {
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  return (
    <form ref={element} noValidate autoComplete="off" onSubmit={(event) => (event.preventDefault(), void submit())}>
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
        {!isAtField && <ErrorNotice title="It was not connected" error={connect.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={connect.isRunning}>
            {isAgain ? "Connect again" : "Connect"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
