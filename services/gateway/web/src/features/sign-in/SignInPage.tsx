import { Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";

import { ApiError } from "@/api/problem";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Logo } from "@/components/Logo";

import { HowToSignIn } from "./HowToSignIn";

interface Props {
  /** Why the link that was opened did not sign in. */
  error: Error | null;
  onRetry: () => void;
}

/** For whoever is not signed in: how to be. */
export default function SignInPage({ error, onRetry }: Props) {
  useDocumentTitle("Sign in · Frontdesk");
  const isSpent = error instanceof ApiError && error.code === "link_spent";
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p={{ base: "lg", sm: 36 }} maw={460} w="100%">
        <Stack gap="lg">
          <Group gap="sm">
            <Logo size={34} />
            <Text fw={650} fz="lg">
              Frontdesk
            </Text>
          </Group>
          <div>
            <Title order={1} size="h3">
              {isSpent ? "This link does not work any more" : "Sign in"}
            </Title>
            {isSpent && (
              <Text c="dimmed" mt={4} role="alert">
                It was used already, or it is older than 10 minutes. A new one takes a moment.
              </Text>
            )}
          </div>
          {error && !isSpent && <ErrorNotice title="You are not signed in" error={error} onRetry={onRetry} />}
          <HowToSignIn />
        </Stack>
      </Paper>
    </Center>
  );
}
