import { Alert, Grid, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Lock } from "lucide-react";

import classes from "@/components/editing/Fields.module.css";
import { SaveBar } from "@/components/editing/SaveBar";
import { StaleNotice } from "@/components/editing/StaleNotice";
import { useEdit } from "@/components/editing/use-edit";
import { ErrorNotice } from "@/components/ErrorNotice";
import { useOwner } from "@/session/owner";
import type { Schedule } from "@/session/schedule";

import { useSaveSchedule } from "./api/save-schedule";
import { BookingRules } from "./BookingRules";
import { check } from "./check";
import { linesOf, type Values, valuesOf } from "./values";
import { WeekGrid } from "./WeekGrid";
import { WhatResults } from "./WhatResults";

export type ScheduleFields = UseFormReturnType<Values>;

export function ScheduleForm({ schedule }: { schedule: Schedule }) {
  const { userId, role } = useOwner();
  const save = useSaveSchedule();
  const edit = useEdit<Values, Schedule>({ name: `${userId}:schedule`, shown: schedule, valuesOf, check, save });
  const { form, stale } = edit;

  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), edit.submit())}>
      <fieldset disabled={role !== "owner"} className={classes.fields}>
        <Stack gap="lg">
          {role !== "owner" && (
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
          {!stale && <ErrorNotice title="It was not saved" error={save.error} />}
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Stack gap="lg">
                <WeekGrid form={form} />
                <BookingRules form={form} />
              </Stack>
            </Grid.Col>
            {role === "owner" && (
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <WhatResults values={form.values} isDirty={edit.isDirty} />
              </Grid.Col>
            )}
          </Grid>
          <SaveBar isDirty={edit.isDirty} isRunning={save.isRunning} onDiscard={edit.discard} />
        </Stack>
      </fieldset>
    </form>
  );
}
