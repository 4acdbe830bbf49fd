import { Stack } from "@mantine/core";

import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { useAssistant } from "./api/read-assistant";
import { useDanger } from "./api/read-danger";
import { AssistantForm } from "./AssistantForm";
import { DangerForm } from "./DangerForm";
import { WhoAnswers } from "./WhoAnswers";

/** Who answers customers, what the owner asks of it, and when a person answers instead. */
export default function AssistantPage() {
  const assistant = useAssistant();
  const danger = useDanger();
  return (
    <Page title="Instructions" about="Who answers your customers, what you ask of it, and when a person takes over.">
      <QueryView
        query={assistant}
        show={(shown) => (
          <Stack gap="lg">
            <WhoAnswers languageModel={shown.languageModel} />
            <AssistantForm assistant={shown} />
            <QueryView query={danger} show={(words) => <DangerForm danger={words} />} />
          </Stack>
        )}
      />
    </Page>
  );
}
