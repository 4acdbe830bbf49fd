/** WhatsApp's message objects, as a phone shows them. Whatever they hold, text is text and nothing here throws. */

export interface Option {
  id: string;
  title: string;
  description: string;
}

export interface Drawn {
  /** WhatsApp's name of the message. */
  id: string;
  text: string;
  /** Whether there is a picture to be shown over the text. */
  isPicture: boolean;
  /** Stands in for what the phone cannot show; empty where there is nothing of the kind. */
  placeholder: string;
  /** Under the message, to be tapped. */
  buttons: Option[];
  /** A list that opens; null where there is none. */
  list: { button: string; sections: { title: string; rows: Option[] }[] } | null;
  /** The message that this one answers. */
  answering: string;
}

const MEDIA: Readonly<Record<string, string>> = {
  image: "Photo",
  video: "Video",
  audio: "Voice message",
  document: "File",
  sticker: "Sticker",
  location: "Place on a map",
  contacts: "Contact",
  reaction: "Reaction",
  template: "Message from a template",
};

export function drawn(payload: unknown): Drawn {
  const type = textAt(payload, "type");
  const blank = { id: textAt(payload, "id"), answering: textAt(payload, "context", "id"), text: "", placeholder: "", isPicture: false };
  if (type === "text") return { ...blank, text: textAt(payload, "text", "body"), buttons: [], list: null };
  if (type === "interactive") return { ...blank, ...interactive(at(payload, "interactive")) };
  if (type === "image" && textAt(payload, "image", "id")) {
    return { ...blank, text: textAt(payload, "image", "caption"), isPicture: true, buttons: [], list: null };
  }
  const placeholder = MEDIA[type] ?? "This phone cannot show this kind of message";
  return { ...blank, text: textAt(payload, type, "caption"), placeholder, buttons: [], list: null };
}

function interactive(said: unknown): Pick<Drawn, "text" | "buttons" | "list"> {
  const type = textAt(said, "type");
  if (type === "button_reply" || type === "list_reply") return { text: textAt(said, type, "title"), buttons: [], list: null };
  const text = textAt(said, "body", "text");
  const buttons = listAt(said, "action", "buttons").map((button) => option(at(button, "reply")));
  if (type !== "list") return { text, buttons, list: null };
  const sections = listAt(said, "action", "sections").map((section) => ({
    title: textAt(section, "title"),
    rows: listAt(section, "rows").map(option),
  }));
  return { text, buttons: [], list: { button: textAt(said, "action", "button") || "Choose", sections } };
}

function option(given: unknown): Option {
  return { id: textAt(given, "id"), title: textAt(given, "title"), description: textAt(given, "description") };
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (typeof inside === "object" && inside !== null ? (inside as Record<string, unknown>)[name] : undefined),
    value,
  );
}

function textAt(value: unknown, ...path: string[]): string {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
}

function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}
