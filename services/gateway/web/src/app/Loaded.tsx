import { Suspense, type ReactNode } from "react";

import { CrashNotice } from "./CrashNotice";

/** A page that is loaded as it is opened. */
export function Loaded({ children }: { children: ReactNode }) {
  return (
    <CrashNotice>
      <Suspense fallback={null}>{children}</Suspense>
    </CrashNotice>
  );
}
