import type { Random } from "./random.ts";

/** Values that break careless programs. */
const TEXTS = [
  "",
  " ",
  "0",
  "-1",
  "1e308",
  "NaN",
  "9".repeat(40),
  "-9223372036854775809",
  "2147483648",
  "18446744073709551616",
  "0x",
  `0x${"f".repeat(64)}`,
  `0x${"0".repeat(63)}`,
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  "\u0000",
  "a\u0000b",
  "\u202egnp.exe",
  "\uD800",
  "\uFFFE",
  "๙๙๙๙๙๙",
  "กำกำกำ".repeat(40),
  "👩‍👩‍👧‍👦".repeat(30),
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
  "' OR '1'='1",
  "'; DROP TABLE project; --",
  "1) UNION ALL VALUES (1",
  "%' AND 1=1 --",
  "\\",
  "%",
  "_%_%",
  "$1",
  "{{7*7}}",
  "${7*7}",
  "<script>alert(1)</script>",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "%2e%2e/%2e%2e/",
  "file:///etc/hosts",
  "__proto__",
  "constructor",
  "toString",
  "=cmd|' /C calc'!A0",
  "a".repeat(5_000),
  "TH-2568-91001-000001-58",
  "TH-9999-99999-999999-99",
  "egp:67119524001",
  "ocid:ocds-213czf-000-00001",
  "bm90IGEgY3Vyc29y",
  "W10",
  "WyJsaW5lcyIsIjEiXQ",
  "block:999999999999",
] as const;

export const hostileText = (random: Random): string => random.pick(TEXTS);

/** Broken on the way: %-codes that are not UTF-8, or not %-codes at all. */
export const brokenCode = (random: Random): string =>
  random.pick(["%", "%f", "%ff", "%c3%28", "%ed%a0%80", "%00", "%u0e01", "%%%", "%e0%b8"]);

/** JSON of any depth and kind. */
export function hostileJson(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 5 : 8);
  if (kind === 0) return null;
  if (kind === 1) return random.chance(0.5);
  if (kind === 2) return random.pick([0, -1, 1e308, 2 ** 53, 0.1, -2_147_483_649]);
  if (kind < 5) return hostileText(random);
  if (kind === 5) return Array.from({ length: random.below(5) }, () => hostileJson(random, depth + 1));
  const names = Array.from({ length: random.below(4) }, () => hostileText(random));
  return Object.fromEntries(names.map((name) => [name, hostileJson(random, depth + 1)]));
}

/** Brackets in brackets. */
export const deepJson = (random: Random): string => {
  const depth = random.pick([50, 1_000, 20_000]);
  return random.chance(0.5)
    ? "[".repeat(depth) + "]".repeat(depth)
    : '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
};
