import { sdkError } from "./errors/sdk.ts";

/**
 * A short ASCII text (project code, scheme, fund source, rule) as the contracts hold it: 32 bytes, right-padded with
 * zeros, in lower-case hexadecimal with `0x`.
 *
 * @throws ProngsaiError BYTES32_TEXT_INVALID for more than 31 characters or anything but printable ASCII
 */
export function encodeBytes32Text(text: string): string {
  if (!/^[\x20-\x7e]{0,31}$/.test(text)) throw sdkError("BYTES32_TEXT_INVALID", { input: text });
  const hex = Array.from(text, (character) => character.charCodeAt(0).toString(16)).join("");
  return `0x${hex.padEnd(64, "0")}`;
}

/**
 * The text in 32 bytes; empty for all zeros.
 *
 * @throws ProngsaiError BYTES32_MALFORMED
 */
export function decodeBytes32Text(bytes: string): string {
  const match = /^0x((?:[2-7][0-9a-f]){0,31}?)(?:00)+$/i.exec(bytes);
  const text = (match?.[1] ?? "").replace(/../g, (hex) => String.fromCharCode(parseInt(hex, 16)));
  if (!match || bytes.length !== 66 || text.includes("\x7f"))
    throw sdkError("BYTES32_MALFORMED", { input: bytes });
  return text;
}
