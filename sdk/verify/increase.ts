/** By how much a commitment's value is above its first, in basis points rounded down; 0 when it is not. */
export function increaseBps({
  value,
  originalValue,
}: Readonly<Record<"value" | "originalValue", unknown>>): bigint {
  const [now, first] = [BigInt(String(value)), BigInt(String(originalValue))];
  return now > first ? ((now - first) * 10_000n) / first : 0n;
}
