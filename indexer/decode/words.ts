/**
 * Readers of 32-byte ABI words at a byte offset `at`. The word's size in bits is the ABI's: the contracts cannot emit
 * more, so higher bytes are not looked at. Out of range → RangeError of Node.
 */

export const uint8 = (b: Buffer, at: number): number => b.readUInt8(at + 31);
export const uint16 = (b: Buffer, at: number): number => b.readUInt16BE(at + 30);
export const uint32 = (b: Buffer, at: number): number => b.readUInt32BE(at + 28);
export const uint48 = (b: Buffer, at: number): bigint => BigInt(b.readUIntBE(at + 26, 6));
export const uint64 = (b: Buffer, at: number): bigint => b.readBigUInt64BE(at + 24);
export const uint256 = (b: Buffer, at: number): bigint => BigInt(`0x${b.toString("hex", at, at + 32)}`);
export const bool = (b: Buffer, at: number): boolean => b.readUInt8(at + 31) !== 0;
/** `0x` and lower-case hexadecimal, as all byte strings here. */
export const address = (b: Buffer, at: number): string => `0x${b.toString("hex", at + 12, at + 32)}`;
export const bytes32 = (b: Buffer, at: number): string => `0x${b.toString("hex", at, at + 32)}`;

/** Start of a dynamic value whose offset stands at `at`, counted from `base`. */
export const follow = (b: Buffer, base: number, at: number): number => base + b.readUInt32BE(at + 28);

function body(b: Buffer, at: number): [start: number, end: number] {
  const end = at + 32 + uint32(b, at);
  if (end > b.length) throw new RangeError(`a value of the event ends at byte ${end} of ${b.length}`);
  return [at + 32, end];
}

export function bytes(b: Buffer, at: number): string {
  return `0x${b.toString("hex", ...body(b, at))}`;
}

/** UTF-8; broken sequences become U+FFFD. */
export function string(b: Buffer, at: number): string {
  return b.toString("utf8", ...body(b, at));
}

/** An array of static items of `size` bytes each. */
export function arrayOf<T>(
  b: Buffer,
  at: number,
  size: number,
  read: (b: Buffer, at: number) => T,
): readonly T[] {
  const length = uint32(b, at);
  if (at + 32 + length * size > b.length) throw new RangeError(`an array of the event has ${length} items`);
  return Array.from({ length }, (_, i) => read(b, at + 32 + i * size));
}
