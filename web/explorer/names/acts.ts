import type { th } from "../../i18n/th/index.ts";
import type { Texts } from "../../i18n/use-texts.ts";

type Act = keyof typeof th.acts;

/** What calling a register's function means, in words; undefined for functions that officers do not call. */
export function actName({ t, has }: Pick<Texts, "t" | "has">, call: string | null): string | undefined {
  return call !== null && has(`acts.${call}`) ? t(`acts.${call as Act}`) : undefined;
}

/** Addresses and hashes shortened inside a sentence; the exact ones stand under the technical details. */
export function shortHex(text: string): string {
  return text.replaceAll(/0x([0-9a-f]{6})[0-9a-f]{30,}([0-9a-f]{4})\b/gi, "0x$1…$2");
}
