import { Stack } from "@mantine/core";

import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { useAssistant } from "./api/read-assistant";
import { AssistantForm } from "./AssistantForm";
import { WhoAnswers } from "./WhoAnswers";

/** Who answers customers, and what the owner asks of it. */
export default function AssistantPage() {
  const assistant = useAssistant();
  return (
    <Page title="Instructions" about="Who answers your customers, and what you ask of it.">
      <QueryView
        query={assistant}
        show={(shown) => (
          <Stack gap="lg">
            <WhoAnswers languageModel={shown.languageModel} />
            <AssistantForm assistant={shown} />
          </Stack>
        )}
      />
    </Page>
  );
}
