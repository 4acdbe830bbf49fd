import { ActionIcon, Menu } from "@mantine/core";
import { EllipsisVertical, Rows3, Trash2 } from "lucide-react";

import type { Document } from "@/components/documents/api/list-documents";

interface Props {
  document: Document;
  onOpen: () => void;
  /** Not given to those who may not. */
  onRemove?: (() => void) | undefined;
}

/** What can be done with one document. */
export function DocumentMenu({ document: { name, chunks }, onOpen, onRemove }: Props) {
  return (
    <Menu position="bottom-end" shadow="md" width={190}>
      <Menu.Target>
        <ActionIcon aria-label={`What to do with ${name}`}>
          <EllipsisVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Rows3 size={16} aria-hidden />} onClick={onOpen} disabled={chunks === 0}>
          See its passages
        </Menu.Item>
        {onRemove && (
          <Menu.Item color="var(--mantine-color-error)" leftSection={<Trash2 size={16} aria-hidden />} onClick={onRemove}>
            Remove
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
