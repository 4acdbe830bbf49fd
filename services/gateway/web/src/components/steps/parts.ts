/** What the set-up shows of another feature's matter. The app brings it, for features know nothing of each other. */
import { type ComponentType, createContext } from "react";

import type { Schema } from "@/api/client";

export interface SetUpParts {
  /** Connects a WhatsApp number, or says whether the one that is connected works. */
  ConnectNumber: ComponentType<{ numbers: Schema<"Numbers"> }>;
}

export const SetUpPartsContext = createContext<SetUpParts | null>(null);
