import { Alert, Box, Checkbox, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

import { Secret } from "./Secret";
import type { Values } from "./values";
import { TO_THE_SECRET } from "./ways";
import { WhereToFind } from "./WhereToFind";

interface Props {
  form: UseFormReturnType<Values>;
  /** The number has come by such an app so far: its secrets stay where they are left empty. */
  keepsSecrets: boolean;
  hasSharedApp: boolean;
}

/** Whether the number comes by a Meta app of the business's own, and what is then needed of it. */
export function OwnAppFields({ form, keepsSecrets, hasSharedApp }: Props) {
  if (keepsSecrets) return <Secrets form={form} isKept />;
  const { hasOwnApp } = form.values;
  return (
    <>
      <Checkbox
        label="I have a Meta app of my own"
        description={
          hasSharedApp
            ? "Leave this off if whoever runs this server has added your number to theirs."
            : "This server has none, so without yours no message would come in."
        }
        {...form.getInputProps("hasOwnApp", { type: "checkbox" })}
      />
      {hasOwnApp && (
        <Box pl={{ base: 0, xs: 32 }}>
          <Secrets form={form} isKept={false} />
        </Box>
      )}
      {!hasOwnApp && !hasSharedApp && (
        <Alert color="orange" title="No message would come in">
          This server has no Meta app of its own. Tick the box above, or ask whoever runs it.
        </Alert>
      )}
    </>
  );
}

function Secrets({ form, isKept }: { form: Props["form"]; isKept: boolean }) {
  const kept = isKept && { description: "Only if it changed." };
  return (
    <Stack gap="lg">
      <div>
        <Secret label="App secret" withAsterisk={!isKept} {...kept} {...form.getInputProps("appSecret")} />
        <WhereToFind what="the app secret" steps={TO_THE_SECRET} />
      </div>
      <TextInput
        label="Verify token"
        withAsterisk={!isKept}
        description="A word of your choice; this one is made up. Once the number is connected, you paste it at Meta."
        {...kept}
        {...form.getInputProps("verifyToken")}
      />
    </Stack>
  );
}
