import { ActionIcon, Code, CopyButton, Group, Stack, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import type { ReactNode } from "react";

const COMMAND = "frontdesk link";

/** Where a sign-in link comes from. */
export function HowToSignIn({ children }: { children?: ReactNode }) {
  return (
    <Stack gap="sm">
      <Text>On the computer where Frontdesk runs, ask for a sign-in link:</Text>
      <Group gap="xs" wrap="nowrap">
        <Code block fz="md" flex={1}>
          {COMMAND}
        </Code>
        <CopyButton value={COMMAND}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? "Copied" : "Copy"}>
              <ActionIcon size="lg" onClick={copy} aria-label="Copy the command">
                {copied ? <Check size={18} /> : <Copy size={18} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {children ?? "Open the link in this browser within 10 minutes. It works once; you then stay signed in here."}
      </Text>
    </Stack>
  );
}
