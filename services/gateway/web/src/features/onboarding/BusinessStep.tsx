import { Text } from "@mantine/core";

import { Card } from "@/components/Card";
import { EditForm } from "@/components/editing/EditForm";
import { type Profile, useProfile } from "@/components/profile/api/read-profile";
import { BusinessFields } from "@/components/profile/BusinessFields";
import { useProfileEdit } from "@/components/profile/use-profile-edit";
import { linesOf } from "@/components/profile/values";
import { QueryView } from "@/components/QueryView";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";

import type { Control } from "./use-set-up";

/** Who the business is. It exists already: this puts right and adds to what was said of it. */
export function BusinessStep({ control }: { control: Control }) {
  const profile = useProfile();
  return (
    <Step title="Your business" about="The assistant tells this to customers who ask.">
      <QueryView query={profile} show={(shown) => <Fields profile={shown} control={control} />} />
    </Step>
  );
}

function Fields({ profile, control: { settle, isRunning, error } }: { profile: Profile; control: Control }) {
  const edit = useProfileEdit(profile, () => settle("done"));
  return (
    <EditForm
      edit={edit}
      linesOf={linesOf}
      actions={<StepActions isRunning={isRunning || edit.isRunning} error={error} />}
    >
      <Card>
        <BusinessFields form={edit.form} />
        <Text size="sm" c="dimmed" mt="md">
          Its timezone stands with the opening hours, in the next step.
        </Text>
      </Card>
    </EditForm>
  );
}
