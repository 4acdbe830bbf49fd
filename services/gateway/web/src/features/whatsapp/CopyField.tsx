import { ActionIcon, CopyButton, TextInput, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";

interface Props {
  label: string;
  value: string;
  description?: string;
}

/** Something to be pasted elsewhere. */
export function CopyField({ label, value, description }: Props) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <TextInput
          readOnly
          label={label}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
          {...(description && { description })}
          rightSection={
            <Tooltip label={copied ? "Copied" : "Copy"}>
              <ActionIcon onClick={copy} aria-label={copied ? `${label}: copied` : `Copy: ${label}`}>
                {copied ? <Check size={16} /> : <Copy size={16} />}
              </ActionIcon>
            </Tooltip>
          }
        />
      )}
    </CopyButton>
  );
}
