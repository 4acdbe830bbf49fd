import { Anchor, Button, Group, Text, ThemeIcon } from "@mantine/core";
import { Check, Minus, Smartphone } from "lucide-react";
import { Link } from "wouter";

import { Card } from "@/components/Card";
import { Step } from "@/components/steps/Step";
import { type StepId, STEPS } from "@/components/steps/steps";
import { useOwner } from "@/session/owner";

import type { Onboarding } from "./api/read-onboarding";
import classes from "./Summary.module.css";
import { stateIn, type StepState } from "./use-set-up";

/** Where each step's matter stands in the console. */
const PLACES: Record<StepId, { href: string; label: string }> = {
  business: { href: "/profile", label: "Profile" },
  hours: { href: "/opening-hours", label: "Opening hours" },
  knowledge: { href: "/documents", label: "Documents" },
  try: { href: "/phone", label: "Phone" },
  whatsapp: { href: "/whatsapp", label: "WhatsApp" },
};

/** What was set up, what was left out, and where each of it is from now on. */
export function Summary({ onboarding }: { onboarding: Onboarding }) {
  const { businessName } = useOwner();
  return (
    <Step title={`${businessName} is set up`} about="Everything can be changed at any time. Here is where it stands:">
      <Card>
        <ul className={classes.list}>
          {STEPS.map(({ id, title }) => (
            <Line key={id} id={id} title={title} state={stateIn(onboarding, id)} />
          ))}
        </ul>
      </Card>
      <Group gap="sm">
        <Button component={Link} href="/conversations">
          Go to conversations
        </Button>
        <Button component={Link} href="/phone" variant="default" leftSection={<Smartphone size={16} aria-hidden />}>
          Take a customer's phone
        </Button>
      </Group>
    </Step>
  );
}

function Line({ id, title, state }: { id: StepId; title: string; state: StepState }) {
  const { href, label } = PLACES[id];
  const isDone = state === "done";
  return (
    <li className={classes.line}>
      <ThemeIcon size={30} radius="xl" variant="light" color={isDone ? "pine" : "gray"} aria-hidden>
        {isDone ? <Check size={16} strokeWidth={2.4} /> : <Minus size={16} />}
      </ThemeIcon>
      <div>
        <Text fw={550}>{title}</Text>
        <Text size="sm" c="dimmed">
          {isDone ? "Done. It stands under " : "Left out. Do it any time under "}
          <Anchor component={Link} href={href} inherit underline="always">
            {label}
          </Anchor>
          .
        </Text>
      </div>
    </li>
  );
}
