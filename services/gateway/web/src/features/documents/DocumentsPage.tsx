import { Grid, Stack } from "@mantine/core";
import { FileText } from "lucide-react";
import { useSearchParams } from "wouter";

import { useDocuments } from "@/components/documents/api/list-documents";
import { UploadBox } from "@/components/documents/UploadBox";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";
import { QuestionBox } from "@/components/questions/QuestionBox";
import { useOwner } from "@/session/owner";

import { DocumentList } from "./DocumentList";
import { PassagesDrawer } from "./PassagesDrawer";

/** What the assistant answers from. `?document=` opens one's passages. */
export default function DocumentsPage() {
  const { role } = useOwner();
  const documents = useDocuments();
  const [search, setSearch] = useSearchParams();

  return (
    <Page
      title="Documents"
      about="What the assistant answers your customers from: prices, directions, house rules, whatever people ask."
      width="wide"
    >
      <Grid gap={{ base: "md", lg: "xl" }}>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {role === "owner" && documents.data && <UploadBox takes={documents.data.first.takes} />}
            <QueryView
              query={documents}
              show={({ items }) => (
                <DocumentList documents={items} list={documents} onOpen={(id) => setSearch({ document: id })} />
              )}
              empty={
                <EmptyState title="No documents yet" icon={FileText}>
                  Add a price list or your answers to common questions. A minute later the assistant knows them.
                </EmptyState>
              }
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <QuestionBox title="Test a question" />
        </Grid.Col>
      </Grid>
      <PassagesDrawer
        document={documents.data?.items.find((one) => one.sourceId === search.get("document"))}
        onClose={() => setSearch({})}
      />
    </Page>
  );
}
