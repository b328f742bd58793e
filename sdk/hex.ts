import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { sdkError } from "./errors/sdk.ts";

/** `0x` and two lower-case digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}

/**
 * The bytes of `0x…`, of exactly `length` bytes when given.
 *
 * @throws ProngsaiError HEX_MALFORMED
 */
export function fromHex(hex: string, length?: number): Uint8Array {
  const valid = /^0x(?:[0-9a-f]{2})*$/i.test(hex) && (length === undefined || hex.length === 2 + 2 * length);
  if (!valid) throw sdkError("HEX_MALFORMED", { input: hex });
  return hexToBytes(hex.slice(2));
}

/** Whether two byte strings are the same. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
