/** A text that is typed instead of a document. It stays in this tab until it is added. */
import { fieldErrors } from "@/api/problem";
import { focusFirstError } from "@/components/editing/focus-first-error";
import { useDraftForm } from "@/components/editing/use-draft-form";
import { useOwner } from "@/session/owner";

import { useAddText } from "./api/add-text";
import { check, EMPTY, isBlank, textOf, type TextValues } from "./text-values";

/** `taken`: names of documents that are there already. */
export function useTypedText(taken: readonly string[]) {
  const { userId } = useOwner();
  const add = useAddText();
  const { form, empty } = useDraftForm<TextValues>({ name: `${userId}:first-text`, initial: EMPTY, check });

  /** Add it; gives whether there is nothing left to add. */
  async function submit(): Promise<boolean> {
    if (isBlank(form.values)) return true;
    if (form.validate().hasErrors) return refused();
    try {
      await add.runAndWait(textOf(form.values, taken));
    } catch (error) {
      form.setErrors(fieldErrors(error));
      return refused();
    }
    const { way } = form.values;
    empty();
    form.setFieldValue("way", way);
    return true;
  }
  function refused(): boolean {
    focusFirstError();
    return false;
  }
  return { form, isBlank: isBlank(form.values), submit, isRunning: add.isRunning, error: add.error };
}
