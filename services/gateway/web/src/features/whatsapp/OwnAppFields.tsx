import { Alert, Checkbox, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

import { Secret } from "./Secret";
import type { Values } from "./values";
import { TO_THE_SECRET } from "./ways";
import { WhereToFind } from "./WhereToFind";

interface Props {
  form: UseFormReturnType<Values>;
  isAgain: boolean;
  hasSharedApp: boolean;
}

/** Whether the number comes by a Meta app of the business's own, and what is then needed of it. */
export function OwnAppFields({ form, isAgain, hasSharedApp }: Props) {
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
        <Stack gap="lg" pl={{ base: 0, xs: 32 }}>
          <div>
            <Secret label="App secret" withAsterisk={!isAgain} {...form.getInputProps("appSecret")} />
            <WhereToFind what="the app secret" steps={TO_THE_SECRET} />
          </div>
          <TextInput
            label="Verify token"
            withAsterisk={!isAgain}
            description={
              isAgain
                ? "Only if it should change."
                : "A word of your choice; this one is made up. Once the number is connected, you paste it at Meta."
            }
            {...form.getInputProps("verifyToken")}
          />
        </Stack>
      )}
      {!hasOwnApp && !hasSharedApp && (
        <Alert color="orange" title="No message would come in">
          This server has no Meta app of its own. Tick the box above, or ask whoever runs it.
        </Alert>
      )}
    </>
  );
}
