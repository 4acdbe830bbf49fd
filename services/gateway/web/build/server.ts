/** Runs Frontdesk beside the development server, and starts it again when its Python changes: `make dev`. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

import type { Plugin } from "vite";

const ROOT = resolve(import.meta.dirname, "../../../..");
const CODE = ["services", "libs"].map((folder) => resolve(ROOT, folder));
const SETTLE_MILLISECONDS = 300;

export function server(): Plugin {
  return {
    name: "frontdesk-server",
    apply: "serve",
    configureServer(vite) {
      const frontdesk = new Frontdesk(`http://localhost:${vite.config.server.port}`);
      let due: NodeJS.Timeout | undefined;
      vite.watcher.add(CODE);
      vite.watcher.on("all", (event, path) => {
        if (!path.endsWith(".py") || !/^(add|change|unlink)$/.test(event)) return;
        if (!CODE.some((folder) => path.startsWith(folder))) return;
        clearTimeout(due);
        due = setTimeout(() => {
          vite.config.logger.info(`${path.slice(ROOT.length + 1)} changed: starting Frontdesk again`);
          void frontdesk.startAgain();
        }, SETTLE_MILLISECONDS);
      });
      vite.watcher.once("ready", () => frontdesk.start());
      process.once("exit", () => frontdesk.stop());
    },
  };
}

/** The server's process. Only one at a time has the data folder. */
class Frontdesk {
  private process: ChildProcess | undefined;

  /** `address`: where its sign-in links lead, the development server. */
  constructor(private readonly address: string) {}

  start(): void {
    const environment = { ...process.env, FRONTDESK_PUBLIC_URL: this.address };
    this.process = spawn(resolve(ROOT, ".venv/bin/frontdesk"), ["run"], { cwd: ROOT, stdio: "inherit", env: environment });
  }

  stop(): void {
    this.process?.kill("SIGTERM");
  }

  async startAgain(): Promise<void> {
    const old = this.process;
    if (old?.exitCode === null && old.signalCode === null) {
      this.stop();
      await once(old, "exit");
    }
    if (this.process === old) this.start();
  }
}
