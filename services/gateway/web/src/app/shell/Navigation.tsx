import { NavLink, Stack, Text } from "@mantine/core";
import { Suspense } from "react";
import { Link, useLocation } from "wouter";

import { type OwnerPage, SECTIONS } from "@/pages";

import type { Drawn } from "../pages";
import { SetUp } from "./SetUp";
import classes from "./Shell.module.css";

interface Props {
  pages: Drawn<OwnerPage>[];
  /** A page was chosen, which may be the one that is shown already. */
  onChosen: () => void;
}

/** The way to every page, by section. */
export function Navigation({ pages, onChosen }: Props) {
  const sections = SECTIONS.filter((section) => pages.some((page) => page.section === section));
  return (
    <nav aria-label="Pages">
      <Stack gap="lg">
        <SetUp onChosen={onChosen} />
        {sections.map((section) => (
          <div key={section}>
            <Text size="xs" fw={600} c="dimmed" px={10} mb={6}>
              {section}
            </Text>
            <Stack gap={2}>
              {pages
                .filter((page) => page.section === section)
                .map((page) => (
                  <PageLink key={page.path} page={page} onChosen={onChosen} />
                ))}
            </Stack>
          </div>
        ))}
      </Stack>
    </nav>
  );
}

function PageLink({ page, onChosen }: { page: Drawn<OwnerPage>; onChosen: () => void }) {
  const { path, label, icon: Icon } = page;
  const isActive = useIsActive(path);
  return (
    <NavLink
      component={Link}
      href={`/${path}`}
      onClick={onChosen}
      label={label}
      leftSection={<Icon size={18} strokeWidth={1.8} aria-hidden />}
      rightSection={<PageBadge page={page} />}
      active={isActive}
      aria-current={isActive ? "page" : undefined}
      className={classes.link ?? ""}
      py={8}
      px={10}
    />
  );
}

/** What a page has to say in the navigation, once that is loaded. */
export function PageBadge({ page: { Badge } }: { page: Drawn<OwnerPage> }) {
  return (
    Badge && (
      <Suspense fallback={null}>
        <Badge />
      </Suspense>
    )
  );
}

export function useIsActive(path: string): boolean {
  const [location] = useLocation();
  return location === `/${path}`;
}
