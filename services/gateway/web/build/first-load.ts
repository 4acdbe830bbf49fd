/** Says at the end of a build how much JavaScript the first page load fetches, and refuses a build that exceeds it. */
import { gzipSync } from "node:zlib";

import type { Plugin, Rollup } from "vite";

/** What a phone on a slow network can be asked to wait for. */
export const FIRST_LOAD_BYTES_MAX = 200_000;

export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const bytes = firstLoadBytes(bundle);
        const words = `first load: ${Math.round(bytes / 1000)} kB of JavaScript, gzipped`;
        if (bytes > FIRST_LOAD_BYTES_MAX) {
          this.error(`${words}; ${FIRST_LOAD_BYTES_MAX / 1000} kB are the most. Load more of it lazily.`);
        }
        console.log(words);
      },
    },
  };
}

/** The entry and all that it imports before it can run; pages that are loaded when they are opened do not count. */
function firstLoadBytes(bundle: Rollup.OutputBundle): number {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set<string>();
  const waiting = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!needed.has(name)) {
      needed.add(name);
      waiting.push(...(byName.get(name)?.imports ?? []));
    }
  }
  return [...needed].reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? "").byteLength, 0);
}
