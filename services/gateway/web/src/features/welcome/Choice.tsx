import { Button, Group, Paper, SimpleGrid, Text, ThemeIcon, Title } from "@mantine/core";
import { FlaskConical, type LucideIcon, Store } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";

import { ErrorNotice } from "@/components/ErrorNotice";
import { Logo } from "@/components/Logo";

import { useMakeDemo } from "./api/make-demo";
import classes from "./Choice.module.css";

/** The two ways to begin. */
export function Choice() {
  const [, navigate] = useLocation();
  const demo = useMakeDemo({ onDone: ({ userId }) => navigate(`/${userId}`) });
  return (
    <main className={classes.main}>
      <Group gap="sm" mb="xs">
        <Logo size={36} />
        <Title order={1} size="h2">
          Welcome to Frontdesk
        </Title>
      </Group>
      <Text c="dimmed" mb="xl">
        A receptionist on WhatsApp: it answers your customers from your own words, and takes their bookings.
      </Text>
      <ErrorNotice error={demo.error} title="The demo business was not made" />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" mt={demo.error ? "lg" : 0}>
        <Way
          icon={Store}
          title="Your own business"
          action={
            <Button component={Link} href="/welcome?business=new" size="md" fullWidth>
              Set up your own business
            </Button>
          }
        >
          Five short steps, saved as you go. You need no WhatsApp number to begin: you try it out on a phone inside the
          console.
        </Way>
        <Way
          icon={FlaskConical}
          title="A demo business"
          action={
            <Button variant="default" size="md" fullWidth onClick={() => demo.run(null)} loading={demo.isRunning}>
              Make the demo business
            </Button>
          }
        >
          Look around first: a clinic with opening hours, three documents and a week with some bookings. Nothing in it
          reaches anybody.
        </Way>
      </SimpleGrid>
    </main>
  );
}

interface WayProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action: ReactNode;
}

function Way({ icon: Icon, title, children, action }: WayProps) {
  return (
    <Paper component="section" withBorder p={{ base: "lg", sm: 28 }} className={classes.way ?? ""} aria-label={title}>
      <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
        <Icon size={23} strokeWidth={1.7} />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text className={classes.words ?? ""}>{children}</Text>
      {action}
    </Paper>
  );
}
