import { AppShell, Box, Group, ScrollArea, Text, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";

import type { Schema } from "@/api/client";
import { Logo } from "@/components/Logo";
import type { Owner } from "@/session/owner";

import { tabsOf } from "../pages";
import { LostNotice } from "./LostNotice";
import { Navigation } from "./Navigation";
import { OwnerSwitcher } from "./OwnerSwitcher";
import { PersonMenu } from "./PersonMenu";
import classes from "./Shell.module.css";
import { Tabs } from "./Tabs";

interface Props {
  me: Schema<"Me">;
  owner: Owner;
  pages: Parameters<typeof tabsOf>[0];
  isLost: boolean;
  children: ReactNode;
}

/** What stands around every page: the way to the others, the business, and the person. */
export function Shell({ me, owner, pages, isLost, children }: Props) {
  const [location] = useLocation();
  const [isMenuOpen, menu] = useDisclosure();
  const main = useFocusAfterMove(location, menu.close);
  const tabs = tabsOf(pages);
  const others = pages.filter((page) => !tabs.includes(page));

  /** Also where the page is the one under the menu, so that the address stays. */
  function leaveMenu() {
    if (!isMenuOpen) return;
    menu.close();
    main.current?.focus({ preventScroll: true });
  }

  return (
    <AppShell
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 248, breakpoint: "sm", collapsed: { mobile: !isMenuOpen } }}
      footer={{ height: { base: "calc(60px + env(safe-area-inset-bottom))", sm: 0 } }}
      padding={{ base: "md", sm: "xl" }}
      classNames={{ navbar: classes.navbar ?? "", header: classes.header ?? "", footer: classes.footer ?? "" }}
    >
      <a className={classes.skip} href="#main" onClick={() => main.current?.focus()}>
        Skip to the page
      </a>
      <AppShell.Header hiddenFrom="sm" withBorder={false}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <OwnerSwitcher owner={owner} me={me} />
          <PersonMenu />
        </Group>
      </AppShell.Header>

      <AppShell.Navbar id="navigation" data-closed={!isMenuOpen || undefined}>
        <AppShell.Section p="md" pb="xs" visibleFrom="sm">
          <Group gap="sm" px={8} mb="md">
            <Logo />
            <Text fw={650}>Frontdesk</Text>
          </Group>
          <OwnerSwitcher owner={owner} me={me} />
        </AppShell.Section>
        <AppShell.Section grow component={ScrollArea} px="md" py="xs">
          <Navigation pages={pages} onChosen={leaveMenu} />
        </AppShell.Section>
        <AppShell.Section p="md" visibleFrom="sm">
          <PersonMenu isWide />
        </AppShell.Section>
      </AppShell.Navbar>

      <AppShell.Main ref={main} id="main" tabIndex={-1} className={classes.main ?? ""}>
        <Box aria-live="polite">{isLost && <LostNotice />}</Box>
        {children}
      </AppShell.Main>

      <AppShell.Footer hiddenFrom="sm">
        <VisuallyHidden component="h2">Pages</VisuallyHidden>
        <Tabs pages={tabs} others={others} isMenuOpen={isMenuOpen} onMore={menu.toggle} onChosen={leaveMenu} />
      </AppShell.Footer>
    </AppShell>
  );
}

/** After a move to another page a screen reader and the Tab key go on at its beginning. */
function useFocusAfterMove(location: string, onMove: () => void) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    onMove();
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location, onMove]);
  return main;
}
