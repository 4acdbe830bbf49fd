/** What the form holds that connects a number, and what can be said of it before WhatsApp is asked. */
import type { NumberToConnect } from "./api/connect-number";

export interface Values {
  phoneNumberId: string;
  token: string;
  /** The business brings a Meta app of its own, with the two below. */
  hasOwnApp: boolean;
  appSecret: string;
  verifyToken: string;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const CHARACTERS_MAX = 500;
const TOKEN_CHARACTERS_MAX = 2000;
const WORD_BYTES = 12;

/** What is wrong, by field. `keepsSecrets`: the app's are known already, and stay where they are left empty. */
export function check(values: Values, keepsSecrets: boolean): Record<string, string> {
  const { hasOwnApp, appSecret, verifyToken } = values;
  const problems: [field: string, problem: string][] = [
    ["phoneNumberId", idProblem(values.phoneNumberId.trim())],
    ["token", tokenProblem(values.token.trim())],
    ["appSecret", hasOwnApp ? secretProblem(appSecret, keepsSecrets, "Without it nobody knows that a message comes from Meta.") : ""],
    ["verifyToken", hasOwnApp ? secretProblem(verifyToken, keepsSecrets, "Any word that is hard to guess.") : ""],
  ];
  return Object.fromEntries(problems.filter(([, problem]) => problem !== ""));
}

/** What the server is sent. */
export function numberOf({ phoneNumberId, token, hasOwnApp, appSecret, verifyToken }: Values): NumberToConnect {
  return {
    phoneNumberId: phoneNumberId.trim(),
    token: token.trim(),
    appSecret: hasOwnApp ? appSecret.trim() : "",
    verifyToken: hasOwnApp ? verifyToken.trim() : "",
  };
}

/** A verify token that nobody guesses: Meta repeats it once, so it need not be remembered. */
export function madeUpWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(WORD_BYTES)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function idProblem(id: string): string {
  if (id === "") return "Which number? Copy its id from Meta's page.";
  return ID.test(id) ? "" : "This looks like the phone number itself. The id is another, longer number without + and spaces.";
}

function tokenProblem(token: string): string {
  if (token === "") return "Without a token WhatsApp sends nothing.";
  if (/\s/.test(token)) return "A token has no spaces and no line ends. Copy it once more, in one piece.";
  return token.length > TOKEN_CHARACTERS_MAX ? "This is too long for a token." : "";
}

function secretProblem(secret: string, mayBeEmpty: boolean, why: string): string {
  if (secret.trim() === "") return mayBeEmpty ? "" : why;
  return secret.trim().length > CHARACTERS_MAX ? `At most ${CHARACTERS_MAX} characters.` : "";
}
