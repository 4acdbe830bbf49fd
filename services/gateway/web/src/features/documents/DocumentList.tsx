import { useState } from "react";

import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import type { Document, useDocuments } from "@/components/documents/api/list-documents";
import { DocumentRow } from "@/components/documents/DocumentRow";
import { MoreButton } from "@/components/MoreButton";
import { say } from "@/components/notices";
import rows from "@/components/rows.module.css";
import { useOwner } from "@/session/owner";

import { useRemoveDocument } from "./api/remove-document";
import { DocumentMenu } from "./DocumentMenu";

interface Props {
  documents: readonly Document[];
  list: ReturnType<typeof useDocuments>;
  onOpen: (sourceId: string) => void;
}

/** The documents, the latest first. */
export function DocumentList({ documents, list, onOpen }: Props) {
  const { role } = useOwner();
  const [asked, setAsked] = useState<Document | null>(null);
  const removal = useRemoveDocument({
    onDone: () => {
      setAsked(null);
      say("The document is removed.");
    },
  });

  function ask(document: Document) {
    removal.reset();
    setAsked(document);
  }

  return (
    <Card>
      <ul className={rows.list}>
        {documents.map((document) => (
          <DocumentRow
            key={document.sourceId}
            document={document}
            menu={
              <DocumentMenu
                document={document}
                onOpen={() => onOpen(document.sourceId)}
                onRemove={role === "owner" ? () => ask(document) : undefined}
              />
            }
          />
        ))}
      </ul>
      <MoreButton list={list} />
      <ConfirmDialog
        opened={asked !== null}
        title="Remove this document?"
        confirm="Remove"
        isDangerous
        isRunning={removal.isRunning}
        error={removal.error}
        onConfirm={() => asked && removal.run(asked.sourceId)}
        onClose={() => setAsked(null)}
      >
        The assistant will no longer answer from <b>{asked?.name}</b>, and the file is deleted here. To bring it back,
        upload it again.
      </ConfirmDialog>
    </Card>
  );
}
