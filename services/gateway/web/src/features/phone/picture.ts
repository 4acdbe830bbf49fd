/** Which pictures a phone sends; the server asks the same of them again. */

const BYTES_MAX = 5 * 1024 * 1024;

export const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp"];
/** As many as WhatsApp takes under a picture. */
export const CAPTION_MAX = 1024;

/** What is wrong with a file, in words; null where it can be sent. */
export function pictureProblem({ name, type, size }: Pick<File, "name" | "type" | "size">): string | null {
  if (!PICTURE_TYPES.includes(type)) return `${name || "This"} is not a picture that a phone sends. Choose a JPEG, PNG or WebP.`;
  if (size > BYTES_MAX) return `${name || "This picture"} has more than 5 MB, which is the most that WhatsApp takes.`;
  return null;
}

/** The first file of what was dropped or pasted; null where there is none, as where words were. */
export function fileIn(given: Pick<DataTransfer, "files"> | null): File | null {
  return given?.files[0] ?? null;
}
