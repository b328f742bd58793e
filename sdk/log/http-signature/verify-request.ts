import { verify } from "node:crypto";
import { promisify } from "node:util";
import { sdkError } from "../../errors/sdk.ts";
import type { SignatureAlgorithm } from "./algorithms.ts";
import { checkComponents, requestBase } from "./components.ts";
import { checkContentDigest, requireContentDigest } from "./content-digest.ts";
import { parseSignature } from "./parse-signature.ts";
import type { ClaimedSignature } from "./parse-signature.ts";
import { fieldOf } from "./request.ts";
import type { HttpRequest } from "./request.ts";
import { readUsualSignature } from "./usual-signature.ts";
import type { VerifyingKey } from "./verifying-key.ts";

/** Seconds that a signature may be older or younger than the server's clock. */
export const SIGNATURE_WINDOW = 300;

export interface VerifyOptions {
  /** Unix seconds */
  readonly now: number;
  /** the key of this id, if it may sign now; the caller keeps the keys */
  readonly keyOf: (keyId: string) => VerifyingKey | undefined;
}

/** What is known of a request whose signature and body are right. The caller must still refuse a nonce seen before. */
export interface VerifiedRequest {
  readonly keyId: string;
  readonly algorithm: SignatureAlgorithm;
  /** Unix seconds */
  readonly created: number;
  readonly nonce: string;
  readonly idempotencyKey: string;
  /** `sha-256=:…:`, of the body */
  readonly contentDigest: string;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/;

/** A request without its body. */
export type RequestHead = Omit<HttpRequest, "body">;

/** What the head of a request says, all of its forms checked; nothing of it is verified yet. */
export interface ClaimedRequest {
  readonly claim: VerifiedRequest;
  readonly base: Buffer;
  readonly signature: Uint8Array;
  readonly key: VerifyingKey;
}

function checkTime({ created, expires }: ClaimedSignature, now: number): void {
  if (Math.abs(now - created) > SIGNATURE_WINDOW || (expires !== undefined && expires < now))
    throw sdkError("LOG_SIGNATURE_TIME", { created, expires, now, window: SIGNATURE_WINDOW });
}

function keyFor({ keyId, algorithm }: ClaimedSignature, keyOf: VerifyOptions["keyOf"]): VerifyingKey {
  const key = keyOf(keyId);
  if (!key) throw sdkError("LOG_SIGNATURE_KEY_UNKNOWN", { keyId });
  // The key says how to verify, never the request.
  if (algorithm !== undefined && algorithm !== key.algorithm)
    throw sdkError("LOG_SIGNATURE_ALGORITHM", { found: algorithm, expected: key.algorithm });
  return key;
}

function idempotencyKeyOf(request: RequestHead): string {
  const key = fieldOf(request, "idempotency-key");
  if (!IDEMPOTENCY_KEY.test(key))
    throw sdkError("LOG_SIGNATURE_MALFORMED", { field: "idempotency-key", reason: "1–128, ASCII" });
  return key;
}

/**
 * Reads the head of a request, which may be done before its body is there.
 *
 * @throws ProngsaiError LOG_SIGNATURE_MISSING (a field is not there), _MALFORMED, _SEVERAL (more than one signature),
 * _COMPONENTS (not covered, or not known), _PARAMETER, _TIME (more than 300 s off, or expired), _KEY_UNKNOWN, _ALGORITHM
 */
export function claimRequest(request: RequestHead, { now, keyOf }: VerifyOptions): ClaimedRequest {
  const [input, signature] = [fieldOf(request, "signature-input"), fieldOf(request, "signature")];
  const claimed = readUsualSignature(input, signature) ?? parseSignature(input, signature);
  checkComponents(claimed.components);
  checkTime(claimed, now);
  const key = keyFor(claimed, keyOf);
  const claim = {
    keyId: claimed.keyId,
    algorithm: key.algorithm,
    created: claimed.created,
    nonce: claimed.nonce,
    idempotencyKey: idempotencyKeyOf(request),
    contentDigest: requireContentDigest(fieldOf(request, "content-digest")),
  };
  const base = Buffer.from(requestBase(request, claimed.components, claimed.parameters), "latin1");
  return { claim, base, signature: claimed.signature, key };
}

/** Ed25519 hashes by itself. */
const hashOf = ({ algorithm }: VerifyingKey) => (algorithm === "ed25519" ? null : "sha256");

/**
 * A P-256 signature is r ‖ s (RFC 9421 section 3.3.4), not DER. Where nothing has to be said Node gets the key alone: one
 * that comes with options it takes apart each time, for a sixth of what verifying takes.
 */
const keyInput = ({ algorithm, key }: VerifyingKey) =>
  algorithm === "ed25519" ? key : { key, dsaEncoding: "ieee-p1363" as const };

function conclude({ claim }: ClaimedRequest, right: boolean): VerifiedRequest {
  if (!right) throw sdkError("LOG_SIGNATURE_WRONG", { keyId: claim.keyId });
  return claim;
}

/**
 * Verifies the signature of a request to the intake, and that its body is the one that was signed. Node only.
 *
 * @throws ProngsaiError as `claimRequest`; LOG_SIGNATURE_DIGEST (the body is another one), _WRONG
 */
export function verifyRequest(request: HttpRequest, options: VerifyOptions): VerifiedRequest {
  const claimed = claimRequest(request, options);
  checkContentDigest(claimed.claim.contentDigest, request.body);
  const { base, key, signature } = claimed;
  return conclude(claimed, verify(hashOf(key), base, keyInput(key), signature));
}

const verifyInPool = promisify(verify);

/**
 * Verifies the signature of a head that `claimRequest` read, before any of the body is there: it covers the body's digest.
 * The cryptography runs on a thread of Node's pool, so that the event loop goes on meanwhile.
 *
 * @throws ProngsaiError LOG_SIGNATURE_WRONG
 */
export async function verifyHead(claimed: ClaimedRequest): Promise<VerifiedRequest> {
  const { base, key, signature } = claimed;
  return conclude(claimed, await verifyInPool(hashOf(key), base, keyInput(key), signature));
}

/**
 * As `verifyHead`, of a request whose body is there.
 *
 * @throws ProngsaiError LOG_SIGNATURE_DIGEST (the body is another one), LOG_SIGNATURE_WRONG
 */
export async function verifyClaim(claimed: ClaimedRequest, body: Uint8Array): Promise<VerifiedRequest> {
  checkContentDigest(claimed.claim.contentDigest, body);
  return await verifyHead(claimed);
}
