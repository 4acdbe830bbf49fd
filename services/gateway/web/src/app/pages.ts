/** Every page there is: what each feature's `page.ts` tells. */
import { type ComponentType, lazy } from "react";

import { type OwnerPage, type ownerPage, type PersonPage, type personPage, SECTIONS } from "@/pages";
import type { Owner } from "@/session/owner";

type Told = ReturnType<typeof ownerPage> | ReturnType<typeof personPage>;
export type Drawn<Page> = Page & { Component: ComponentType; Badge?: ComponentType };

const TABS_MAX = 4;

const told = Object.values(import.meta.glob<Told>("../features/*/page.ts", { eager: true, import: "default" }));

const ownerPages = told
  .filter((one) => one.kind === "owner")
  .map(({ page }) => drawn(page))
  .sort((one, other) => one.place - other.place);

export const personPages = told.filter((one) => one.kind === "person").map(({ page }) => drawn(page));

/** The pages that this person may open at this business, the first to be shown first. */
export function pagesFor(role: Owner["role"]): Drawn<OwnerPage>[] {
  const allowed = ownerPages.filter((page) => page.role === undefined || page.role === role);
  return SECTIONS.flatMap((section) => allowed.filter((page) => page.section === section));
}

/** Those that a phone keeps under the thumb. */
export function tabsOf(pages: Drawn<OwnerPage>[]): Drawn<OwnerPage>[] {
  const first = [...pages].sort((one, other) => one.place - other.place).slice(0, TABS_MAX);
  return pages.filter((page) => first.includes(page));
}

/** Where somebody without a business begins. */
export const hasWelcome = personPages.some((page) => page.path === "welcome");

function drawn<Page extends OwnerPage | PersonPage>(page: Page): Drawn<Page> {
  const badge = "badge" in page ? page.badge : undefined;
  return { ...page, Component: lazy(page.load), ...(badge && { Badge: lazy(() => badge().catch(withoutBadge)) }) };
}

/** The navigation does not fall with what may stand in it. */
function withoutBadge(): { default: ComponentType } {
  return { default: () => null };
}
