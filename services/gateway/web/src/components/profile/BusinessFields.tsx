import { Stack } from "@mantine/core";
import type { ReactNode } from "react";

import { ContactFields, DescriptionField, NameFields, type ProfileFields } from "./ProfileFields";

interface Props {
  form: ProfileFields;
  /** More of the same, below the name. */
  children?: ReactNode;
}

/** All that is asked of a business on its first day, in one place. */
export function BusinessFields({ form, children }: Props) {
  return (
    <Stack gap="md">
      <NameFields form={form} />
      {children}
      <ContactFields form={form} />
      <DescriptionField form={form} rows={3} placeholder="What you do, for whom, where you are." />
    </Stack>
  );
}
