import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

import { FIELDS, type Values } from "./values";

interface Props {
  form: ProfileFields;
}

/** A form that holds a profile, and maybe more. */
export type ProfileFields = Pick<UseFormReturnType<Values>, "getInputProps">;

/** Who it is. */
export function NameFields({ form }: Props) {
  return (
    <>
      <TextInput {...input(form, "businessName")} withAsterisk autoComplete="organization" />
      <TextInput {...input(form, "businessType")} placeholder="Dental practice, hair salon, law office…" />
    </>
  );
}

/** How else it is reached. */
export function ContactFields({ form }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput {...input(form, "contactPhone")} type="tel" autoComplete="tel" placeholder="+49 30 1234567" />
      <TextInput {...input(form, "contactEmail")} type="email" autoComplete="email" placeholder="desk@example.com" />
    </SimpleGrid>
  );
}

interface DescriptionProps extends Props {
  /** How many lines are shown of an empty one. */
  rows: number;
  placeholder?: string;
}

/** What it says of itself. */
export function DescriptionField({ form, rows, ...props }: DescriptionProps) {
  return <Textarea {...input(form, "description")} autosize minRows={rows} maxRows={18} {...props} />;
}

function input(form: ProfileFields, name: keyof Values) {
  return { label: FIELDS[name].label, ...form.getInputProps(name) };
}
