import { List, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";

import { Card } from "@/components/Card";
import { EditForm } from "@/components/editing/EditForm";
import { useEdit } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

import type { Danger } from "./api/read-danger";
import { useSaveDanger } from "./api/save-danger";
import { check, linesOf, type Values, valuesOf } from "./danger";

/** Messages that sound like an emergency: whether they go to a person, by which words, and whom to call. */
export function DangerForm({ danger }: { danger: Danger }) {
  const { userId } = useOwner();
  const save = useSaveDanger();
  const edit = useEdit<Values, Danger>({ name: `${userId}:danger`, shown: danger, valuesOf, check, save });
  const { form } = edit;
  return (
    <EditForm edit={edit} linesOf={linesOf}>
      <Card title="Signs of danger" about="A message that sounds like an emergency goes to a person at once, before anything else.">
        <Stack gap="lg">
          <WhatHappens />
          <Switch
            label="Hand signs of danger to a person"
            description="Off: such a message is answered like any other."
            {...form.getInputProps("enabled", { type: "checkbox" })}
          />
          <Textarea
            label="Your own words"
            description="One phrase a line, as a customer would write it. They count beside those that are known."
            placeholder={"brace is stuck\nface is swollen"}
            autosize
            minRows={3}
            maxRows={16}
            {...form.getInputProps("words")}
          />
          <TextInput
            label="How you are reached then"
            description="Told to the customer as it stands here, after the emergency number. Empty: the phone of your profile."
            placeholder="Dr. Roth, +49 30 5550 1234"
            {...form.getInputProps("contact")}
          />
        </Stack>
      </Card>
    </EditForm>
  );
}

function WhatHappens() {
  return (
    <div>
      <List size="sm" spacing={6}>
        <List.Item>
          The customer reads in their own language whom to call, the emergency number and then you, and that your team
          knows of it.
        </List.Item>
        <List.Item>
          The conversation waits for a person. The assistant writes nothing more in it until you hand it back.
        </List.Item>
        <List.Item>
          Phrases such as “chest pain”, “can’t breathe” or “took too many pills” are known in eleven languages.
        </List.Item>
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        It goes by words alone: what is misspelt or only described may be missed. It does not replace a person who reads.
      </Text>
    </div>
  );
}
