import { Alert, Stack } from "@mantine/core";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";

import { useOwner } from "@/session/owner";

import { ErrorNotice } from "../ErrorNotice";
import classes from "./EditForm.module.css";
import { SaveBar } from "./SaveBar";
import { type Line, StaleNotice } from "./StaleNotice";
import type { useEdit } from "./use-edit";

interface Props<Values extends Record<string, unknown>> {
  /** What `useEdit` gave. */
  edit: Pick<
    ReturnType<typeof useEdit<Values, never>>,
    "form" | "isDirty" | "isRunning" | "error" | "submit" | "discard" | "stale" | "keepMine"
  >;
  /** What is edited in words, part by part: for whoever finds that somebody else was quicker. */
  linesOf: (values: Values) => readonly Line[];
  /** The fields. */
  children: ReactNode;
  /** What submits the form, where it is not the bar that shows up once something is typed. */
  actions?: ReactNode;
}

/** The form around fields that others may edit too: who may, what somebody else saved, why it was refused, and saving. */
export function EditForm<Values extends Record<string, unknown>>({ edit, linesOf, children, actions }: Props<Values>) {
  const { role } = useOwner();
  const { form, stale } = edit;
  const mayEdit = role === "owner";

  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), edit.submit())}>
      <fieldset disabled={!mayEdit} className={classes.fields}>
        <Stack gap="lg">
          {!mayEdit && (
            <Alert color="gray" icon={<Lock size={18} aria-hidden />}>
              Only an owner can change this.
            </Alert>
          )}
          {stale && (
            <StaleNotice
              theirs={linesOf(stale)}
              mine={linesOf(form.values)}
              onKeepMine={edit.keepMine}
              onDiscard={edit.discard}
            />
          )}
          {!stale && <ErrorNotice title="It was not saved" error={edit.error} />}
          {children}
          {actions ?? <SaveBar isDirty={edit.isDirty} isRunning={edit.isRunning} onDiscard={edit.discard} />}
        </Stack>
      </fieldset>
    </form>
  );
}
