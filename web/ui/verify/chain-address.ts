import { useSyncExternalStore } from "react";

const KEY = "prongsai.ledger-address";
const listeners = new Set<() => void>();
/** what this website suggests; nothing is asked there before the reader starts a check */
let suggested = "";

function chosen(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function suggestChainAddress(address: string): void {
  if (address === suggested) return;
  suggested = address;
  tell();
}

/** Asks there from now on, until the tab is closed; an empty text goes back to what is suggested. */
export function chooseChainAddress(address: string): void {
  if (address) sessionStorage.setItem(KEY, address);
  else sessionStorage.removeItem(KEY);
  tell();
}

export function isChainAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the reader's browser asks the ledger. */
export function useChainAddress(): { address: string; isChosen: boolean } {
  const own = useSyncExternalStore(subscribe, chosen, () => "");
  const offered = useSyncExternalStore(
    subscribe,
    () => suggested,
    () => "",
  );
  return { address: own || offered, isChosen: own !== "" };
}
