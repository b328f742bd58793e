import type { Random } from "./random.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * An address as Documents would give it (CIDv1, raw, SHA-256) of a document that exists only in the demonstration:
 * base32 of the bytes 01 55 12 20 and 32 random ones. Those 288 bits leave three to the eighth and to the last letter.
 */
export function documentAddress(random: Random): string {
  const letter = (most: number, step = 1) => LETTERS.charAt(random.between(0, most) * step);
  return `bafkrei${letter(7)}${Array.from({ length: 50 }, () => letter(31)).join("")}${letter(7, 4)}`;
}
