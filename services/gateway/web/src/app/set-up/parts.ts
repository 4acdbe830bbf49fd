/** Brings into the set-up what other features have: `SetUpPartsContext`. */
import { lazy } from "react";

import type { SetUpParts } from "@/components/steps/parts";

export const setUpParts: SetUpParts = { ConnectNumber: lazy(() => import("./ConnectNumber")) };
