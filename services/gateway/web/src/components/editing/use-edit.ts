/** Editing something that others may edit too. */
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";

import { fieldErrors, staleOf } from "@/api/problem";

import { say } from "../notices";
import { draftOf, dropDraft, keepDraft } from "./draft";
import { focusFirstError } from "./focus-first-error";
import { isSame, rebased } from "./rebase";

interface Versioned {
  readonly updatedAt: string;
}

export interface Given<Values> {
  values: Values;
  /** The version that was edited. */
  version: string;
}

interface Edit<Values, Shown> {
  /** Where what is typed is kept until it is saved: one name per thing that is edited. */
  name: string;
  /** As the server has it now. */
  shown: Shown;
  /** What the form holds of it. */
  valuesOf: (shown: Shown) => Values;
  /** What is wrong before the server is asked, by field. */
  check: (values: Values) => Record<string, string>;
  /** What `useAct` gave. */
  save: {
    runAndWait: (given: Given<Values>) => Promise<Shown>;
    error: unknown;
    isRunning: boolean;
    reset: () => void;
  };
  /** What is done once it is saved, or once nothing had to be. A page says that it is, and stays. */
  onSaved?: () => void;
}

/**
 * A form of something with a version. While nothing is typed it follows the server; once something is, it stays until
 * it is saved or discarded, in this tab even over a reload. A refused save leaves everything as it was typed; if it was
 * refused because somebody else was quicker, `stale` is their version.
 */
export function useEdit<Values extends Record<string, unknown>, Shown extends Versioned>(edit: Edit<Values, Shown>) {
  const { name, shown, valuesOf, check, save, onSaved = () => say("Saved.") } = edit;
  const [draft] = useState(() => draftOf<Values>(name));
  const [base, setBase] = useState(() => ({
    version: draft?.version ?? shown.updatedAt,
    values: draft?.base ?? valuesOf(shown),
  }));
  const form = useForm<Values>({
    initialValues: draft?.values ?? valuesOf(shown),
    validate: (values) => check(values as Values),
    validateInputOnBlur: true,
  });
  const { values } = form;
  const isDirty = !isSame(values, base.values);

  if (!isDirty && !save.isRunning && shown.updatedAt > base.version) startFrom(shown, valuesOf(shown));
  useEffect(() => {
    if (isDirty) keepDraft(name, { base: base.values, version: base.version, values });
    else dropDraft(name);
  }, [name, isDirty, base, values]);

  function startFrom(newer: Shown, typed: Values) {
    setBase({ version: newer.updatedAt, values: valuesOf(newer) });
    form.setValues(typed);
    form.clearErrors();
  }

  async function submit() {
    if (form.validate().hasErrors) return focusFirstError();
    if (!isDirty) return onSaved();
    try {
      const answer = await save.runAndWait({ values, version: base.version });
      // What was typed while it was being saved stays, and is saved next.
      startFrom(answer, rebased(values, form.getValues(), valuesOf(answer)));
    } catch (error) {
      form.setErrors(fieldErrors(error));
      return focusFirstError();
    }
    onSaved();
  }

  const current = staleOf(save.error)?.current as Shown | undefined;
  return {
    form,
    isDirty,
    isRunning: save.isRunning,
    error: save.error,
    submit: () => void submit(),
    /** Forget what was typed. */
    discard: () => {
      save.reset();
      startFrom(current ?? shown, valuesOf(current ?? shown));
    },
    /** Their version, if somebody else saved first. */
    stale: current ? valuesOf(current) : null,
    /** Put what was typed on top of their version, to be looked at and saved. */
    keepMine: () => {
      if (!current) return;
      save.reset();
      startFrom(current, rebased(base.values, values, valuesOf(current)));
    },
  };
}
