/** What is said of a file before it is sent. The server looks again. */
import { bytes } from "@/components/words";

import type { Taken } from "./api/list-documents";

/** Why this file cannot be uploaded, in words; null if it can. */
export function refusalOf(file: Pick<File, "name" | "size" | "type">, takes: Taken): string | null {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase();
  const isKnown = ending ? takes.extensions.includes(ending) : takes.mimeTypes.includes(file.type);
  if (!isKnown) return `This is not a kind of file that can be read. Upload ${takes.words}.`;
  if (file.size === 0) return "The file is empty.";
  if (file.size > takes.bytesMax) {
    return `It has ${sizeOver(file.size, takes.bytesMax)}; at most ${bytes(takes.bytesMax)} can be read. Split it, or upload the part that matters.`;
  }
  return null;
}

/** A size that does not read like the limit it is over. */
function sizeOver(size: number, limit: number): string {
  return bytes(size) === bytes(limit) ? `just over ${bytes(limit)}` : bytes(size);
}
