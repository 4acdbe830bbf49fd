import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";

import { Card } from "@/components/Card";
import { ErrorNotice } from "@/components/ErrorNotice";

import { QUESTIONS } from "./text-values";
import type { useTypedText } from "./use-typed-text";

/** For those who have no document at hand: three questions, or a text from anywhere. */
export function TypedText({ typed }: { typed: ReturnType<typeof useTypedText> }) {
  const { form } = typed;
  const { way } = form.values;
  return (
    <Card title="Or write it here">
      <Stack gap="md">
        <SegmentedControl
          aria-label="How to write it"
          fullWidth
          maw={420}
          data={[
            { value: "answers", label: "Three questions" },
            { value: "text", label: "Paste a text" },
          ]}
          {...form.getInputProps("way")}
        />
        {way === "answers" ? (
          QUESTIONS.map(({ field, label, placeholder }) => (
            <Textarea
              key={field}
              label={label}
              placeholder={placeholder}
              autosize
              minRows={2}
              maxRows={8}
              {...form.getInputProps(field)}
            />
          ))
        ) : (
          <>
            <TextInput label="What is it?" placeholder="Price list" {...form.getInputProps("name")} />
            <Textarea
              label="Text"
              placeholder="Paste what your customers ask about: from your website, a mail, a leaflet."
              autosize
              minRows={6}
              maxRows={16}
              {...form.getInputProps("text")}
            />
          </>
        )}
        <ErrorNotice title="The text was not added" error={typed.error} />
        <Group justify="flex-end">
          <Button
            variant="light"
            leftSection={<Plus size={16} aria-hidden />}
            disabled={typed.isBlank}
            loading={typed.isRunning}
            onClick={() => void typed.submit()}
          >
            Add to what it knows
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
