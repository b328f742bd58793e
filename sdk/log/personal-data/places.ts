import { findings } from "./kinds.ts";
import type { PersonalDataKind } from "./kinds.ts";
import { foldedText, plainText } from "./plain-text.ts";
import { isSuspicious } from "./suspicion.ts";

/** A part of a text, by index of its first UTF-16 unit and of the one after its last. */
export type Place = readonly [start: number, end: number];

/** A character with the marks on it, which fold together. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;

/** For each unit of the folded text the character of `text` that it comes from; null when characters fold across each other. */
function originsOf(text: string): Place[] | null {
  const origins: Place[] = [];
  let folded = "";
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const piece = foldedText(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) origins.push([index, index + character.length]);
  }
  return folded === foldedText(text) ? origins : null;
}

function joined(places: readonly Place[]): Place[] {
  const apart: Place[] = [];
  for (const [start, end] of places.toSorted(([a], [b]) => a - b)) {
    const last = apart.at(-1);
    if (last && start <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

/**
 * Where in a text personal data stands, in order and apart from each other. The whole text when the place cannot be told;
 * nothing when there is none.
 */
export function placesOf(text: string, kinds?: ReadonlySet<PersonalDataKind>): readonly Place[] {
  if (!isSuspicious(text)) return [];
  const found = [...findings(plainText(text))].filter(({ kind }) => !kinds || kinds.has(kind));
  if (found.length === 0) return [];
  const origins = originsOf(text);
  if (!origins) return [[0, text.length]];
  return joined(found.map(({ start, end }) => [origins[start]![0], origins[end - 1]![1]]));
}
