import { Stack } from "@mantine/core";

import { Card } from "@/components/Card";
import { EditForm } from "@/components/editing/EditForm";
import type { Profile } from "@/components/profile/api/read-profile";
import { ContactFields, DescriptionField, NameFields } from "@/components/profile/ProfileFields";
import { useProfileEdit } from "@/components/profile/use-profile-edit";
import { linesOf } from "@/components/profile/values";

export function ProfileForm({ profile }: { profile: Profile }) {
  const edit = useProfileEdit(profile);
  const { form } = edit;
  return (
    <EditForm edit={edit} linesOf={linesOf}>
      <Card title="Business">
        <Stack gap="md">
          <NameFields form={form} />
        </Stack>
      </Card>
      <Card title="Contact" about="Given to customers who ask how else to reach you.">
        <ContactFields form={form} />
      </Card>
      <Card title="In your words" about="What you do, for whom, where you are, what to know before a visit.">
        <DescriptionField form={form} rows={6} />
      </Card>
    </EditForm>
  );
}
