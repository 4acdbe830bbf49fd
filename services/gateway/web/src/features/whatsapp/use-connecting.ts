/** The form that connects a number, kept while its drawer is closed. */
import { useForm } from "@mantine/form";

import { fieldErrors } from "@/api/problem";

import { useConnectNumber } from "./api/connect-number";
import type { WhatsAppNumber } from "./api/list-numbers";
import { check, madeUpWord, numberOf, type Values } from "./values";

interface Options {
  /** The number that gets new secrets; not given for a new one. */
  again: WhatsAppNumber | undefined;
  /** Whether this server has a Meta app, so that a business needs none of its own. */
  hasSharedApp: boolean;
  onConnected: (number: WhatsAppNumber, verifyToken: string) => void;
}

export type Connecting = ReturnType<typeof useConnecting>;

export function useConnecting({ again, hasSharedApp, onConnected }: Options) {
  const keepsSecrets = again?.ownApp ?? false;
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

  /** False where something is wrong at a field. */
  async function submit(): Promise<boolean> {
    if (form.validate().hasErrors) return false;
    try {
      await connect.runAndWait(numberOf(form.values));
      return true;
    } catch (error) {
      form.setErrors(fieldErrors(error));
      return false;
    }
  }

  const isAtField = Object.keys(fieldErrors(connect.error)).length > 0;
  return {
    form,
    keepsSecrets,
    submit,
    isRunning: connect.isRunning,
    /** What went wrong that is of no field. */
    error: isAtField ? null : connect.error,
  };
}
