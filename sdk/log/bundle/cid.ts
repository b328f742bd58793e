import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { create } from "multiformats/hashes/digest";
import { fromHex } from "../../hex.ts";

/** Multihash code of sha2-256. */
const SHA2_256 = 0x12;

/**
 * CID (CIDv1, raw, base32) of the manifest whose SHA-256 an anchor names.
 *
 * @param bundle `0x…` of 32 bytes
 * @throws ProngsaiError HEX_MALFORMED
 */
export function bundleCid(bundle: string): string {
  return CID.createV1(raw.code, create(SHA2_256, fromHex(bundle, 32))).toString();
}
