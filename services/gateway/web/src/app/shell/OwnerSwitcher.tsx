import { Avatar, Group, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useLocation } from "wouter";

import type { Schema } from "@/api/client";
import type { Owner } from "@/session/owner";

import { hasWelcome } from "../pages";
import classes from "./Shell.module.css";

interface Props {
  me: Schema<"Me">;
  owner: Owner;
}

/** Which business this is, and the way to the others. */
export function OwnerSwitcher({ me, owner }: Props) {
  const [, navigate] = useLocation();
  const mayAdd = me.operator && hasWelcome;
  if (me.owners.length < 2 && !mayAdd) {
    return (
      <Group className={classes.owner ?? ""} gap="sm" wrap="nowrap">
        <Name owner={owner} />
      </Group>
    );
  }
  return (
    <Menu width={260} position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.owner ?? ""}>
          <Group gap="sm" wrap="nowrap">
            <Name owner={owner} />
            <VisuallyHidden>Change the business</VisuallyHidden>
            <ChevronsUpDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {me.owners.map((one) => (
          <Menu.Item
            key={one.userId}
            onClick={() => navigate(`~/${one.userId}`)}
            rightSection={one.userId === owner.userId && <Check size={16} aria-label="shown now" />}
          >
            {one.businessName}
          </Menu.Item>
        ))}
        {mayAdd && <Menu.Divider />}
        {mayAdd && (
          <Menu.Item leftSection={<Plus size={16} aria-hidden />} onClick={() => navigate("~/welcome?business=new")}>
            Add a business
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Name({ owner: { businessName, role } }: { owner: Owner }) {
  return (
    <>
      <Avatar size={34} radius="md" color="pine" variant="light" name={businessName} aria-hidden />
      <div className={classes.name}>
        <Text size="sm" fw={600} lineClamp={2} lh={1.3}>
          {businessName}
        </Text>
        <Text size="xs" c="dimmed">
          {role === "owner" ? "Owner" : "Staff"}
        </Text>
      </div>
    </>
  );
}
