import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { firstLoad } from "./build/first-load.ts";
import { server } from "./build/server.ts";

const FRONTDESK = process.env.FRONTDESK_PORT ?? "8080";

export default defineConfig({
  plugins: [react(), firstLoad(), server()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  // The gateway puts a fresh nonce in its place with each answer: services/gateway/http/console.py.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    // Files beside the page instead of data: addresses, which the Content-Security-Policy would have to allow.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, strictPort: true, proxy: { "/api": `http://127.0.0.1:${FRONTDESK}` } },
});
