import { NavLink, RingProgress, Text } from "@mantine/core";
import { Link } from "wouter";

import { STEPS } from "@/components/steps/steps";

import { useOnboarding } from "./api/read-onboarding";

const HUNDRED = 100;

/** In the navigation, as long as something of the set-up is still open: how far it is, and the way back to it. */
export default function SetUpEntry({ onChosen }: { onChosen: () => void }) {
  const { data } = useOnboarding();
  if (data === undefined || data.completed) return null;
  const settled = data.steps.filter(({ status }) => status !== "open").length;
  const ring = (
    <RingProgress
      size={20}
      thickness={3}
      roundCaps
      sections={[{ value: (settled / STEPS.length) * HUNDRED, color: "pine" }]}
      aria-hidden
    />
  );
  return (
    <NavLink
      component={Link}
      href="/set-up"
      onClick={onChosen}
      label="Finish setting up"
      leftSection={ring}
      rightSection={
        <Text size="xs" c="dimmed">
          {settled} of {STEPS.length}
        </Text>
      }
      py={8}
      px={10}
      style={{ borderRadius: "var(--mantine-radius-md)" }}
    />
  );
}
