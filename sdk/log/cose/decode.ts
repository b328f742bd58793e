import type { LogReason } from "../../errors/log-reasons.ts";
import { sdkError } from "../../errors/sdk.ts";
import { toHex } from "../../hex.ts";
import type { InclusionProof } from "../../merkle/inclusion.ts";
import { MAX_PATH, RECEIPT_TYPE, readReceipt } from "../receipt/receipt.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { REST } from "./cose-receipt.ts";
import type { CoseReceipt } from "./cose-receipt.ts";
import { COSE, fromCbor } from "./structure.ts";

const malformed = (reason: LogReason, cause?: unknown) => sdkError("LOG_COSE_MALFORMED", { reason }, cause);

function item(bytes: Uint8Array, what: LogReason): unknown {
  try {
    return fromCbor(bytes);
  } catch (cause) {
    throw malformed(what, cause);
  }
}

function list(value: unknown, length: number, what: LogReason): unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw malformed(what);
  return value as unknown[];
}

function map(value: unknown, what: LogReason): Map<unknown, unknown> {
  if (!(value instanceof Map)) throw malformed(what);
  return value;
}

function bytes(value: unknown, what: LogReason, length?: number): Uint8Array {
  if (!(value instanceof Uint8Array) || (length !== undefined && value.length !== length))
    throw malformed(what);
  return value;
}

function count(value: unknown, what: LogReason): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw malformed(what);
  return value as number;
}

function readProof(unprotected: Map<unknown, unknown>): InclusionProof {
  const proofs = map(unprotected.get(COSE.vdp), "proofs").get(COSE.inclusion);
  const [encoded] = list(proofs, 1, "one inclusion proof");
  const [size, index, path] = list(
    item(bytes(encoded, "inclusion proof"), "inclusion proof"),
    3,
    "inclusion proof",
  );
  if (!Array.isArray(path) || path.length > MAX_PATH) throw malformed("inclusion path");
  return {
    index: count(index, "leaf index"),
    size: count(size, "tree size"),
    path: path.map((hash) => bytes(hash, "inclusion path", 32)),
  };
}

/** Maps as the objects that JSON has; a key that is no text is refused. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const entries = [...value].map(([name, inner]: [unknown, unknown]) => {
    if (typeof name !== "string") throw malformed("a key that is no text");
    return [name, plain(inner)] as const;
  });
  return Object.fromEntries(entries);
}

function readRest(
  unprotected: Map<unknown, unknown>,
  { size, index, path }: InclusionProof,
): Receipt | undefined {
  if (!unprotected.has(REST)) return;
  const rest = plain(map(unprotected.get(REST), REST)) as object;
  const receipt = readReceipt({ ...rest, type: RECEIPT_TYPE, inclusion: { size, path: path.map(toHex) } });
  if (receipt.index !== index) throw malformed("two leaf indices");
  return receipt;
}

/**
 * The parts of a COSE receipt of inclusion; whether it holds is `verifyCoseReceipt`'s to say. RFC 9942 section 5.2.1.
 *
 * @throws ProngsaiError LOG_COSE_MALFORMED; LOG_FILE_MALFORMED and LOG_FILE_VERSION for what is carried besides
 */
export function decodeCoseReceipt(encoded: Uint8Array): CoseReceipt {
  if (encoded[0] !== 0xc0 + COSE.sign1) throw malformed("no COSE_Sign1");
  const [header, params, payload, signature] = list(item(encoded.subarray(1), "COSE_Sign1"), 4, "COSE_Sign1");
  const protectedHeader = bytes(header, "protected header");
  const signed = map(item(protectedHeader, "protected header"), "protected header");
  if (signed.get(COSE.alg) !== COSE.edDsa) throw malformed("algorithm");
  if (signed.get(COSE.vds) !== COSE.rfc9162) throw malformed("verifiable data structure");
  const origin = map(signed.get(COSE.claims), "claims").get(COSE.issuer);
  if (typeof origin !== "string") throw malformed("issuer");
  if (payload !== null) throw malformed("the payload must be detached");
  const unprotected = map(params, "unprotected header");
  const proof = readProof(unprotected);
  const receipt = readRest(unprotected, proof);
  return {
    keyId: bytes(signed.get(COSE.kid), "key id", 32),
    origin,
    proof,
    protectedHeader,
    signature: bytes(signature, "signature", 64),
    ...(receipt && { receipt }),
  };
}
