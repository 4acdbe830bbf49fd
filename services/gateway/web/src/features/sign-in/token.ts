/** The one-time token behind `#sign-in=`. A fragment is never sent, so that only this page can spend it. */

export function hasToken(): boolean {
  return tokenHere() !== null;
}

/** Take it out of the address, where neither the history nor a copied address keeps it; null if there is none. */
export function takeToken(): string | null {
  const token = tokenHere();
  if (token === null) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

function tokenHere(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get("sign-in");
}
