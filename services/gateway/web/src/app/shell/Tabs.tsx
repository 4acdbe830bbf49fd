import { UnstyledButton } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { Link } from "wouter";

import type { OwnerPage } from "@/pages";

import { useIsActive } from "./Navigation";
import classes from "./Shell.module.css";

interface Props {
  pages: OwnerPage[];
  hasMore: boolean;
  isMenuOpen: boolean;
  onMore: () => void;
}

/** On a phone: the pages that are used most, under the thumb. */
export function Tabs({ pages, hasMore, isMenuOpen, onMore }: Props) {
  return (
    <nav className={classes.tabs} aria-label="Main pages">
      {pages.map((page) => (
        <Tab key={page.path} page={page} isCovered={isMenuOpen} />
      ))}
      {hasMore && (
        <UnstyledButton
          className={classes.tab ?? ""}
          onClick={onMore}
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          data-active={isMenuOpen || undefined}
        >
          <Ellipsis size={20} aria-hidden />
          More
        </UnstyledButton>
      )}
    </nav>
  );
}

function Tab({ page: { path, label, short = label, icon: Icon }, isCovered }: { page: OwnerPage; isCovered: boolean }) {
  const isActive = useIsActive(path);
  return (
    <Link
      href={`/${path}`}
      className={classes.tab}
      aria-current={isActive ? "page" : undefined}
      data-active={(isActive && !isCovered) || undefined}
    >
      <Icon size={20} strokeWidth={1.8} aria-hidden />
      <span className={classes.tabLabel}>{short}</span>
    </Link>
  );
}
