import { Anchor, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { Link } from "wouter";

import { Card } from "@/components/Card";
import { EditForm } from "@/components/editing/EditForm";
import { useEdit } from "@/components/editing/use-edit";
import { useOwner } from "@/session/owner";

import type { Assistant } from "./api/read-assistant";
import { useSaveAssistant } from "./api/save-assistant";
import { Examples } from "./Examples";
import { withExample } from "./examples";
import { CHARACTERS_MAX, charactersIn, check, linesOf, type Values, valuesOf } from "./values";

/** The owner's instructions, and which language model follows them. */
export function AssistantForm({ assistant }: { assistant: Assistant }) {
  const { userId } = useOwner();
  const save = useSaveAssistant();
  const edit = useEdit<Values, Assistant>({ name: `${userId}:assistant`, shown: assistant, valuesOf, check, save });
  const { form } = edit;
  const { context } = form.values;
  const written = charactersIn(context);

  return (
    <EditForm edit={edit} linesOf={linesOf}>
      <Card title="What you ask of it" about="How the assistant should speak, and what it should pay attention to.">
        <Stack gap="lg">
          <Textarea
            label="In your words"
            description={`${number(written)} of ${number(CHARACTERS_MAX.context)} characters`}
            inputWrapperOrder={["label", "input", "error", "description"]}
            placeholder="Write warmly and briefly. Say “guest”, never “client”."
            autosize
            minRows={7}
            maxRows={24}
            {...form.getInputProps("context")}
          />
          <Text size="sm" c="dimmed">
            Prices, directions and house rules belong in{" "}
            <Anchor component={Link} href="/documents" inherit underline="always">
              Documents
            </Anchor>
            : the assistant answers from those alone. There you can also test a question.
          </Text>
          <Examples
            text={context}
            onAdd={(example) => form.setFieldValue("context", withExample(form.getValues().context, example))}
          />
        </Stack>
      </Card>
      {assistant.languageModel && (
        <Card title="Language model" about="For those who know what they look for; the usual one does for everybody else.">
          <TextInput
            label="Name"
            description="As Cohere writes it. Empty: the usual one. With a name that Cohere does not know, the offline assistant answers."
            placeholder="The usual one"
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps("model")}
          />
        </Card>
      )}
    </EditForm>
  );
}

function number(count: number): string {
  return new Intl.NumberFormat().format(count);
}
