/** Customers who can be played. Their numbers are of a range that Ofcom keeps free for drama: nobody has them. */

export interface Player {
  /** The number, in digits. */
  customer: string;
  name: string;
}

const FIRST_NUMBER = 447_700_900_001;
const NUMBERS = 999;
const NAMES = ["Maria Keller", "Tom Visser", "Aylin Demir", "Paul Novak", "Sofia Rossi", "Jan de Wit", "Emma Larsen"];
const NAME_MAX = 100;

/** Somebody new: a number and a name that none of these has. */
export function nextPlayer(played: readonly Player[]): Player {
  const numbers = new Set(played.map(({ customer }) => customer));
  const names = new Set(played.map(({ name }) => name));
  const all = Array.from({ length: NUMBERS }, (_, place) => String(FIRST_NUMBER + place));
  const customer = all.find((number) => !numbers.has(number)) ?? String(FIRST_NUMBER);
  return { customer, name: NAMES.find((name) => !names.has(name)) ?? `Customer ${customer.slice(-3)}` };
}

/** What is wrong with a number or a name, as the server would say it; null where nothing is. */
export function numberProblem(customer: string): string | null {
  return /^\d{5,20}$/.test(customer) ? null : "Write the number in 5 to 20 digits, with the country's code.";
}

export function nameProblem(name: string): string | null {
  if (!name.trim()) return "Give the customer a name.";
  return name.length > NAME_MAX ? `A name has at most ${NAME_MAX} characters.` : null;
}

/** "+447700900001" or "+44 7700 900001" as digits. */
export function digitsOf(number: string): string {
  return number.replace(/[\s+().-]/g, "");
}

export function playerName({ name, customer }: Player): string {
  return name || `+${customer}`;
}
