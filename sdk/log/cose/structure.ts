import { decode, encode, rfc8949EncodeOptions } from "cborg";
import { equalBytes } from "../../hex.ts";

/** Numbers that COSE and its receipts give to their parts. */
export const COSE = {
  /** tag of COSE_Sign1. RFC 9052 section 2 */
  sign1: 18,
  /** header parameters. RFC 9052 section 3.1; RFC 9597 section 2; RFC 9942 section 2 */
  alg: 1,
  kid: 4,
  claims: 15,
  vds: 395,
  vdp: 396,
  /** EdDSA. RFC 9053 section 2.2 */
  edDsa: -8,
  /** issuer. RFC 8392 section 3.1.1 */
  issuer: 1,
  /** RFC9162_SHA256. RFC 9942 section 5.1 */
  rfc9162: 1,
  /** inclusion proofs. RFC 9942 section 5.2 */
  inclusion: -1,
} as const;

/** Deterministically encoded CBOR. RFC 8949 section 4.2.1 */
export const toCbor = (value: unknown): Uint8Array => encode(value, rfc8949EncodeOptions);

/**
 * The value of bytes that are one deterministically encoded item; maps are `Map`s.
 *
 * @throws Error for anything else
 */
export function fromCbor(bytes: Uint8Array): unknown {
  const options = { strict: true, useMaps: true, rejectDuplicateMapKeys: true, allowIndefinite: false };
  const value: unknown = decode(bytes, { ...options, allowUndefined: false, allowNaN: false });
  if (!equalBytes(toCbor(value), bytes)) throw new Error("not deterministic");
  return value;
}

/** What a COSE_Sign1 signs. RFC 9052 section 4.4 */
export function signedBytes(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return toCbor(["Signature1", protectedHeader, new Uint8Array(), payload]);
}
