/** Instructions that work well, to begin with. The assistant's own rules stand above them. */

export interface Example {
  name: string;
  words: string;
}

export const EXAMPLES: readonly Example[] = [
  { name: "Tone", words: "Write warmly and plainly, as a good receptionist speaks. Use no emoji." },
  { name: "Form of address", words: "Address customers formally, in every language." },
  { name: "Our words", words: "Say “guest”, never “client”, and call us “the studio”." },
  { name: "Prices", words: "When you name a price, add that it is a guide and that the exact price is told on site." },
  { name: "What not to advise on", words: "Give no medical or legal advice. Say that our team looks at it in person." },
  { name: "Emergencies", words: "When somebody writes of an emergency, tell them first to call the emergency number." },
];

/** `text` with an example on a line of its own at the end. */
export function withExample(text: string, { words }: Example): string {
  const before = text.trimEnd();
  return before === "" ? words : `${before}\n${words}`;
}
