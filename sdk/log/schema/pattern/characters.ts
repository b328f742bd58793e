import type { CharacterSet } from "./positions.ts";

const bit = (code: number): CharacterSet => 1n << BigInt(Math.min(code, 128));

export const EVERY: CharacterSet = (1n << 129n) - 1n;

/** All from one code point to another. */
export function range(from: number, to: number): CharacterSet {
  let set = 0n;
  for (let code = from; code <= Math.min(to, 128); code++) set |= bit(code);
  return to > 128 ? set | bit(128) : set;
}

const among = (text: string) => [...text].reduce((set, character) => set | bit(character.charCodeAt(0)), 0n);

const digits = range(0x30, 0x39);
const letters = range(0x41, 0x5a) | range(0x61, 0x7a);
const word = digits | letters | among("_");
const space = among(" \t\n\r\v\f") | bit(128);

const classes: Readonly<Record<string, CharacterSet>> = {
  d: digits,
  D: EVERY & ~digits,
  w: word,
  W: EVERY & ~word,
  s: space,
  S: EVERY & ~among(" \t\n\r\v\f"),
  t: among("\t"),
  n: among("\n"),
  r: among("\r"),
};

/** The characters of `\x`; undefined for what is no escape of single characters, as `\1` and `\b`. */
export function escaped(character: string): CharacterSet | undefined {
  if (/[A-Za-z0-9]/.test(character)) return classes[character];
  return bit(character.codePointAt(0)!);
}
