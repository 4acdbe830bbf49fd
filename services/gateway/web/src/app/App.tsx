import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { useState } from "react";

import { CrashNotice } from "./CrashNotice";
import { Notices } from "./Notices";
import { newQueryClient } from "./queries";
import { Routes } from "./Routes";
import { SessionGate } from "./SessionGate";
import { theme, tints } from "./theme";

/** What the server allows styles by that are made while the page runs; read before anything makes one. */
const NONCE = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
setNonce(NONCE);

export function App() {
  const [client] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tints} defaultColorScheme="auto" getStyleNonce={() => NONCE}>
      <CrashNotice>
        <QueryClientProvider client={client}>
          <SessionGate>{(me) => <Routes me={me} />}</SessionGate>
          <Notices />
        </QueryClientProvider>
      </CrashNotice>
    </MantineProvider>
  );
}
