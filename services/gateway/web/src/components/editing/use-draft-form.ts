/** Typing something new. */
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";

import { draftOf, dropDraft, keepDraft } from "./draft";
import { isSame } from "./rebase";

interface Options<Values> {
  /** Where what is typed is kept until it is sent: one name per thing that is made. */
  name: string;
  /** What the form begins with. Read once. */
  initial: Values;
  /** What is wrong before the server is asked, by field. */
  check: (values: Values) => Record<string, string>;
}

/**
 * A form of something that does not exist yet: what is typed stays in this tab, even over a reload, until `empty` is
 * called. Secrets do not belong into it.
 */
export function useDraftForm<Values extends Record<string, unknown>>({ name, check, ...options }: Options<Values>) {
  const [initial] = useState(options.initial);
  const [draft] = useState(() => draftOf<Values>(name));
  const form = useForm<Values>({
    initialValues: { ...initial, ...draft?.values },
    validate: (values) => check(values as Values),
    validateInputOnBlur: true,
  });
  const { values } = form;
  const isEmpty = isSame(values, initial);

  useEffect(() => {
    if (isEmpty) dropDraft(name);
    else keepDraft(name, { base: initial, version: "", values });
  }, [name, isEmpty, initial, values]);

  function empty() {
    dropDraft(name);
    form.setValues(initial);
    form.clearErrors();
  }
  return { form, isEmpty, empty };
}
