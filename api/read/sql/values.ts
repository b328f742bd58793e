import { getAddress } from "ethers";
import { CID } from "multiformats/cid";
import type { DocumentRow } from "../rows/common.ts";

/** Keeps what is costly to compute for values that come again and again. */
function remembered(limit: number, compute: (hex: string) => string): (hex: string) => string {
  const known = new Map<string, string>();
  return (hex) => {
    const found = known.get(hex);
    if (found !== undefined) return found;
    const value = compute(hex);
    if (known.size >= limit) known.clear();
    known.set(hex, value);
    return value;
  };
}

const checksummed = remembered(10_000, (hex) => getAddress(`0x${hex}`));
const base32 = remembered(20_000, (hex) => CID.decode(Buffer.from(hex, "hex")).toString());

export const hex = (bytes: Buffer): string => `0x${bytes.toString("hex")}`;
export const address = (bytes: Buffer): string => checksummed(bytes.toString("hex"));
export const maybeAddress = (bytes: Buffer | null): string | null => bytes && address(bytes);

/** CIDv1 in base32; the bytes in hexadecimal when they are none (only an `ImportAnchor` could hold such). */
export function cid(bytes: Buffer): string {
  try {
    return base32(bytes.toString("hex"));
  } catch {
    return hex(bytes);
  }
}

/** A document as the contracts name it; null when none was given. */
export function document(
  cidBytes: Buffer | null,
  sha256: Buffer | null,
  date: bigint | null,
): DocumentRow | null {
  if (!cidBytes?.length || !sha256) return null;
  return { cid: cid(cidBytes), sha256: hex(sha256), date: date ? Number(date) : null };
}

/** Instants later than this cannot be written in ISO 8601; a validity without end is shown as the last of them. */
const LAST_INSTANT = 253_402_300_799n;

export const seconds = (value: bigint): number => Number(value > LAST_INSTANT ? LAST_INSTANT : value);
export const maybeSeconds = (value: bigint | null): number | null => (value === null ? null : seconds(value));
export const text = (value: bigint | number): string => String(value);
export const maybeText = (value: bigint | null): string | null => (value === null ? null : String(value));
