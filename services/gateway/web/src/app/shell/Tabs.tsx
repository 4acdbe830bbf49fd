import { UnstyledButton } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { Link } from "wouter";

import type { OwnerPage } from "@/pages";

import type { Drawn } from "../pages";
import { PageBadge, useIsActive } from "./Navigation";
import classes from "./Shell.module.css";

interface Props {
  pages: OwnerPage[];
  /** Those in the menu behind "More". */
  others: Drawn<OwnerPage>[];
  isMenuOpen: boolean;
  onMore: () => void;
  /** A page was chosen, which may be the one that is shown already. */
  onChosen: () => void;
}

/** On a phone: the pages that are used most, under the thumb. */
export function Tabs({ pages, others, isMenuOpen, onMore, onChosen }: Props) {
  return (
    <nav className={classes.tabs} aria-label="Main pages">
      {pages.map((page) => (
        <Tab key={page.path} page={page} isCovered={isMenuOpen} onChosen={onChosen} />
      ))}
      {others.length > 0 && (
        <UnstyledButton
          className={classes.tab ?? ""}
          onClick={onMore}
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          data-active={isMenuOpen || undefined}
        >
          <span className={classes.tabIcon}>
            <Ellipsis size={20} aria-hidden />
            <span className={classes.tabBadge}>
              {others.map((page) => (
                <PageBadge key={page.path} page={page} />
              ))}
            </span>
          </span>
          More
        </UnstyledButton>
      )}
    </nav>
  );
}

interface TabProps {
  page: OwnerPage;
  /** The menu lies over its page. */
  isCovered: boolean;
  onChosen: () => void;
}

function Tab({ page: { path, label, short = label, icon: Icon }, isCovered, onChosen }: TabProps) {
  const isActive = useIsActive(path);
  return (
    <Link
      href={`/${path}`}
      onClick={onChosen}
      className={classes.tab}
      aria-current={isActive ? "page" : undefined}
      data-active={(isActive && !isCovered) || undefined}
    >
      <Icon size={20} strokeWidth={1.8} aria-hidden />
      <span className={classes.tabLabel}>{short}</span>
    </Link>
  );
}
