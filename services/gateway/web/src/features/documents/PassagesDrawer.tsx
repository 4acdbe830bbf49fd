import { Drawer, Stack, Text } from "@mantine/core";

import type { Document } from "@/components/documents/api/list-documents";
import { Passage } from "@/components/documents/Passage";
import { MoreButton } from "@/components/MoreButton";
import { QueryView } from "@/components/QueryView";

import { useChunks } from "./api/list-chunks";

interface Props {
  document: Document | undefined;
  onClose: () => void;
}

/** The passages that a document was cut into: what the assistant reads of it. */
export function PassagesDrawer({ document, onClose }: Props) {
  return (
    <Drawer
      opened={document !== undefined}
      onClose={onClose}
      title={document?.name}
      position="right"
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {document && <Passages sourceId={document.sourceId} />}
    </Drawer>
  );
}

function Passages({ sourceId }: { sourceId: string }) {
  const chunks = useChunks(sourceId);
  return (
    <>
      <Text c="dimmed" size="sm" mb="md">
        The assistant looks for the passages nearest to a question, and answers from those.
      </Text>
      <QueryView
        query={chunks}
        empty="Nothing of it is searched yet."
        show={({ items }) => (
          <Stack gap="md">
            {items.map(({ chunkId, heading, page, content }) => (
              <Passage key={chunkId} heading={heading} page={page} content={content} />
            ))}
          </Stack>
        )}
      />
      <MoreButton list={chunks} />
    </>
  );
}
