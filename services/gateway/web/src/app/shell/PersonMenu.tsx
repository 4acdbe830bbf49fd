import { ActionIcon, Group, Menu, SegmentedControl, Text, Tooltip, useMantineColorScheme } from "@mantine/core";
import { LogOut, Monitor, Moon, Settings2, Sun } from "lucide-react";

import { useSignOut } from "@/session/sign-out";

const SCHEMES = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "auto", label: "As the device", icon: Monitor },
] as const;

type Scheme = (typeof SCHEMES)[number]["value"];

/** What is the person's own: light or dark, and the way out. A small menu on a phone, a bar where there is room. */
export function PersonMenu({ isWide = false }: { isWide?: boolean }) {
  const signOut = useSignOut();
  if (isWide) {
    return (
      <Group justify="space-between">
        <SchemeBar />
        <Tooltip label="Sign out">
          <ActionIcon size="lg" aria-label="Sign out" onClick={() => signOut.mutate()} loading={signOut.isPending}>
            <LogOut size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
    );
  }
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <ActionIcon size="lg" aria-label="Appearance and sign-out">
          <Settings2 size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeBar() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Appearance"
      value={colorScheme}
      onChange={(value) => setColorScheme(value as Scheme)}
      data={SCHEMES.map(({ value, label, icon: Icon }) => ({
        value,
        label: (
          <Tooltip label={label}>
            <Group h={20} justify="center">
              <Icon size={15} aria-label={label} role="img" />
            </Group>
          </Tooltip>
        ),
      }))}
    />
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Appearance</Menu.Label>
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setColorScheme(value)}
          rightSection={colorScheme === value && <Text size="xs">chosen</Text>}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
