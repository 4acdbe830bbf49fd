import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/set-up.ts"],
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: 2,
    // A new jsdom and a new Mantine for each file would take most of the time; `cleanup` leaves nothing behind.
    isolate: false,
  },
});
