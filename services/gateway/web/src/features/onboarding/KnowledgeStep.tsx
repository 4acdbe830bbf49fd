import { Stack, Text } from "@mantine/core";

import { Card } from "@/components/Card";
import { type Document, useDocuments } from "@/components/documents/api/list-documents";
import { DocumentRow } from "@/components/documents/DocumentRow";
import { UploadBox } from "@/components/documents/UploadBox";
import { MoreButton } from "@/components/MoreButton";
import { QueryView } from "@/components/QueryView";
import rows from "@/components/rows.module.css";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";

import { readingOf } from "./reading";
import { TypedText } from "./TypedText";
import { useTypedText } from "./use-typed-text";
import type { Control } from "./use-set-up";

type Documents = ReturnType<typeof useDocuments>;

/** What the assistant answers from: a document, or a text that is typed here. */
export function KnowledgeStep({ control }: { control: Control }) {
  const documents = useDocuments();
  return (
    <Step
      title="What the assistant should know"
      about="It answers from your own words and nothing else: prices, directions, house rules, whatever people ask."
    >
      <QueryView query={documents} show={({ items }) => <Known documents={items} list={documents} control={control} />} />
    </Step>
  );
}

interface Props {
  documents: readonly Document[];
  list: Documents;
  control: Control;
}

function Known({ documents, list, control: { settle, isRunning, error, onBack } }: Props) {
  const typed = useTypedText(documents.map(({ name }) => name));
  const isNothing = documents.length === 0 && typed.isBlank;

  async function goOn() {
    if (await typed.submit()) settle(isNothing ? "skipped" : "done");
  }
  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), void goOn())}>
      <Stack gap="lg">
        {list.data && <UploadBox takes={list.data.first.takes} />}
        {documents.length > 0 && (
          <Card title="It knows">
            <ul className={rows.list}>
              {documents.map((document) => (
                <DocumentRow key={document.sourceId} document={document} />
              ))}
            </ul>
            <MoreButton list={list} />
            <Text size="sm" c="dimmed" mt="md" role="status">
              {readingOf(documents)}
            </Text>
          </Card>
        )}
        <TypedText typed={typed} />
        <StepActions skips={isNothing} isRunning={isRunning || typed.isRunning} error={error} onBack={onBack} />
      </Stack>
    </form>
  );
}
