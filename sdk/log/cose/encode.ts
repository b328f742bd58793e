import { sdkError } from "../../errors/sdk.ts";
import { fromHex } from "../../hex.ts";
import type { InclusionProof } from "../../merkle/inclusion.ts";
import { inclusionRoot } from "../../merkle/inclusion.ts";
import { sha256 } from "../../sha256.ts";
import { ed25519Verify } from "../checkpoint/ed25519.ts";
import type { NoteKey } from "../checkpoint/note-key.ts";
import type { NoteSigner } from "../checkpoint/signer.ts";
import { inclusionOf } from "../receipt/receipt.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { REST } from "./cose-receipt.ts";
import { COSE, signedBytes, toCbor } from "./structure.ts";

function proofBytes({ index, size, path }: InclusionProof): Uint8Array {
  return toCbor([size, index, path]);
}

/** All that the proof does not say already. */
function restOf(receipt: Receipt): object {
  const rest = Object.entries(receipt).filter(([member]) => member !== "type" && member !== "inclusion");
  return Object.fromEntries(rest);
}

/** A tagged item; the encoder writes no tags, and this one takes a byte. RFC 8949 section 3.4 */
function tagged(tag: number, item: Uint8Array): Uint8Array {
  return Uint8Array.from([0xc0 + tag, ...item]);
}

/** What is signed besides the root: the same for every receipt of one key. */
function protectedBytes({ key }: Pick<NoteSigner, "key">): Uint8Array {
  return toCbor(
    new Map<number, unknown>([
      [COSE.alg, COSE.edDsa],
      [COSE.kid, sha256(key.publicKey)],
      [COSE.claims, new Map([[COSE.issuer, key.name]])],
      [COSE.vds, COSE.rfc9162],
    ]),
  );
}

/**
 * The signature (64 bytes) that every COSE receipt in the tree with this root has: it covers no leaf and no proof, so
 * whoever has it can make those receipts without the key.
 */
export function signRoot(root: Uint8Array, signer: NoteSigner): Uint8Array | Promise<Uint8Array> {
  return signer.sign(signedBytes(protectedBytes(signer), root));
}

/** Whether the key signed the root as `signRoot` does. */
export function isRootSigned(root: Uint8Array, signature: Uint8Array, key: NoteKey): boolean {
  return ed25519Verify(signature, signedBytes(protectedBytes({ key }), root), key.publicKey);
}

/**
 * The receipt as a COSE receipt, signed by the log's key: COSE_Sign1 with alg EdDSA, vds RFC9162_SHA256, the origin as
 * issuer, the inclusion proof, and the root as detached payload. RFC 9942 section 5.2.1. The same receipt and key always
 * give the same bytes.
 *
 * @param options.rest whether all else that the JSON has is carried along unprotected (the default), so that it can be
 * turned back into it
 * @throws ProngsaiError LOG_COSE_MALFORMED for a receipt whose proof leads to no root
 */
export async function encodeCoseReceipt(
  receipt: Receipt,
  signer: NoteSigner,
  { rest = true } = {},
): Promise<Uint8Array> {
  const proof = inclusionOf(receipt);
  const root = inclusionRoot(fromHex(receipt.leaf, 32), proof);
  if (!root) throw sdkError("LOG_COSE_MALFORMED", { reason: "the proof leads to no root" });
  const unprotected = new Map<number | string, unknown>([
    [COSE.vdp, new Map([[COSE.inclusion, [proofBytes(proof)]]])],
  ]);
  if (rest) unprotected.set(REST, restOf(receipt));
  return tagged(
    COSE.sign1,
    toCbor([protectedBytes(signer), unprotected, null, await signRoot(root, signer)]),
  );
}
