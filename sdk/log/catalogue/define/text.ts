/** The same words in both languages; Thai is the original. */
export interface Text {
  readonly th: string;
  readonly en: string;
}

/** A text as definitions write it: Thai, then English. */
export type Pair = readonly [th: string, en: string];

export const text = ([th, en]: Pair): Text => ({ th, en });

export function texts<K extends string>(pairs: Readonly<Record<K, Pair>>): Readonly<Record<K, Text>> {
  const entries = Object.entries<Pair>(pairs).map(([key, pair]) => [key, text(pair)]);
  return Object.fromEntries(entries) as Record<K, Text>;
}
