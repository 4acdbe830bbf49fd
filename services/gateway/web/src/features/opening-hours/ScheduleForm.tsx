import { Grid, Stack } from "@mantine/core";

import { EditForm } from "@/components/editing/EditForm";
import { BookingRules } from "@/components/opening-hours/BookingRules";
import { useScheduleEdit } from "@/components/opening-hours/use-schedule-edit";
import { linesOf } from "@/components/opening-hours/values";
import { WeekGrid } from "@/components/opening-hours/WeekGrid";
import { WhatResults } from "@/components/opening-hours/WhatResults";
import { useOwner } from "@/session/owner";
import type { Schedule } from "@/session/schedule";

export function ScheduleForm({ schedule }: { schedule: Schedule }) {
  const { role } = useOwner();
  const edit = useScheduleEdit(schedule);
  const { form } = edit;
  return (
    <EditForm edit={edit} linesOf={linesOf}>
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
    </EditForm>
  );
}
