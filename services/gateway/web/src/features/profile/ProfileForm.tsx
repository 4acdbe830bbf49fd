import { Alert, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { Lock } from "lucide-react";

import { Card } from "@/components/Card";
import classes from "@/components/editing/Fields.module.css";
import { SaveBar } from "@/components/editing/SaveBar";
import { StaleNotice } from "@/components/editing/StaleNotice";
import { useEdit } from "@/components/editing/use-edit";
import { ErrorNotice } from "@/components/ErrorNotice";
import { useOwner } from "@/session/owner";

import type { Profile } from "./api/read-profile";
import { useSaveProfile } from "./api/save-profile";
import { check, FIELDS, linesOf, type Values, valuesOf } from "./values";

export function ProfileForm({ profile }: { profile: Profile }) {
  const { userId, role } = useOwner();
  const save = useSaveProfile();
  const edit = useEdit<Values, Profile>({ name: `${userId}:profile`, shown: profile, valuesOf, check, save });
  const { form, stale } = edit;
  const input = (name: keyof Values) => ({ label: FIELDS[name].label, ...form.getInputProps(name) });

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
          <Card title="Business">
            <Stack gap="md">
              <TextInput {...input("businessName")} withAsterisk autoComplete="organization" />
              <TextInput {...input("businessType")} placeholder="Dental practice, hair salon, law office…" />
            </Stack>
          </Card>
          <Card title="Contact" about="Given to customers who ask how else to reach you.">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <TextInput {...input("contactPhone")} type="tel" autoComplete="tel" placeholder="+49 30 1234567" />
              <TextInput {...input("contactEmail")} type="email" autoComplete="email" placeholder="desk@example.com" />
            </SimpleGrid>
          </Card>
          <Card title="In your words" about="What you do, for whom, where you are, what to know before a visit.">
            <Textarea {...input("description")} autosize minRows={6} maxRows={18} />
          </Card>
          <SaveBar isDirty={edit.isDirty} isRunning={save.isRunning} onDiscard={edit.discard} />
        </Stack>
      </fieldset>
    </form>
  );
}
