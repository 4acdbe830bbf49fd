import { Button, Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useLocation } from "wouter";

import { ErrorNotice } from "@/components/ErrorNotice";
import { Logo } from "@/components/Logo";

import { useMakeDemo } from "./api/make-demo";

/** Where somebody without a business begins. */
export default function WelcomePage() {
  useDocumentTitle("Welcome · Frontdesk");
  const [, navigate] = useLocation();
  const demo = useMakeDemo({ onDone: ({ userId }) => navigate(`/${userId}`) });
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p={{ base: "lg", sm: 36 }} maw={520} w="100%">
        <Stack gap="lg">
          <Group gap="sm">
            <Logo size={34} />
            <Title order={1} size="h3">
              Welcome to Frontdesk
            </Title>
          </Group>
          <Text>
            Look around in a demo business first: a clinic with opening hours, three documents and a week with some
            bookings. Nothing in it reaches anybody.
          </Text>
          <ErrorNotice error={demo.error} title="The demo business was not made" />
          <Button size="md" onClick={() => demo.run(null)} loading={demo.isRunning}>
            Make the demo business
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
