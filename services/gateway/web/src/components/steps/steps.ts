/** The way of setting up a business. The server knows the steps by their numbers, from 1 on, in this order. */

export const STEPS = [
  { id: "business", title: "Your business" },
  { id: "hours", title: "Opening hours" },
  { id: "knowledge", title: "What it knows" },
  { id: "try", title: "Try it" },
  { id: "whatsapp", title: "WhatsApp" },
] as const;

export type StepId = (typeof STEPS)[number]["id"];

export function numberOf(id: StepId): number {
  return STEPS.findIndex((step) => step.id === id) + 1;
}

/** The step of a number, the first where there is none. */
export function stepOf(number: number): StepId {
  return (STEPS[number - 1] ?? STEPS[0]).id;
}

export function isStep(id: string | null): id is StepId {
  return STEPS.some((step) => step.id === id);
}
