/** How a feature says that it has a page. Each stands in `features/<name>/page.ts` and is found by `app/pages.ts`. */
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";

import type { Schema } from "@/api/client";

/** In the order in which the navigation shows them. */
export const SECTIONS = ["Desk", "Assistant", "Business"] as const;

interface AnyPage {
  /** Loaded when the page is first opened. */
  load: () => Promise<{ default: ComponentType }>;
}

/** A page of one business, at `/{userId}/{path}`. What it shows beyond that stands in the search: `?day=2025-03-01`. */
export interface OwnerPage extends AnyPage {
  path: string;
  label: string;
  /** For a phone's tab, where `label` is longer than some ten letters. */
  short?: string;
  icon: LucideIcon;
  section: (typeof SECTIONS)[number];
  /** Its place among the pages of its section. The four with the lowest over all are the tabs on a phone. */
  place: number;
  /** What may stand beside its name in the navigation, such as how many things wait there. Loaded after the page. */
  badge?: () => Promise<{ default: ComponentType }>;
  /** It has no entry of its own in the navigation: something else leads there. */
  isUnlisted?: boolean;
  /** `owner`: not for staff. */
  role?: Schema<"OwnerRef">["role"];
}

/** A page that needs no business, at `/{path}`. `welcome` is where somebody without a business begins. */
export interface PersonPage extends AnyPage {
  path: string;
}

/** The default export of a feature's `page.ts`. */
export function ownerPage(page: OwnerPage): { kind: "owner"; page: OwnerPage } {
  return { kind: "owner", page };
}

/** The default export of a feature's `page.ts`. */
export function personPage(page: PersonPage): { kind: "person"; page: PersonPage } {
  return { kind: "person", page };
}
