import { toHex } from "../../hex.ts";
import { merkleRoot, leafHash } from "../../merkle.ts";
import type { SignedPromise } from "../promise/signed.ts";
import { signerOf } from "../promise/signer.ts";
import type { PromiseStatement } from "../promise/statement.ts";
import { serviceId } from "../service-id.ts";
import { SubmissionError } from "./submission-error.ts";
import type { PromiseTrust } from "./writer.ts";

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === "string" && new RegExp(`^0x[0-9a-f]{${bytes * 2}}$`).test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isStatement(value: unknown): value is PromiseStatement {
  if (typeof value !== "object" || value === null) return false;
  const { service, firstIndex, count, leavesRoot, issuedAt, deadline } = value as PromiseStatement;
  return (
    isHex(service, 32) && isHex(leavesRoot, 32) && [firstIndex, count, issuedAt, deadline].every(isCount)
  );
}

function isSignedPromise(value: unknown): value is SignedPromise {
  if (typeof value !== "object" || value === null) return false;
  const { statement, groupIndex, groupSize, groupPath, signature } = value as SignedPromise;
  return (
    isStatement(statement) &&
    isCount(groupIndex) &&
    isCount(groupSize) &&
    Array.isArray(groupPath) &&
    groupPath.every((part) => isHex(part, 32)) &&
    isHex(signature, 65)
  );
}

/** What was sent, for which an answer must hold a promise. */
export interface Sent {
  readonly url: string;
  readonly service: string;
  /** canonical JSON of each record, in order */
  readonly records: readonly Uint8Array[];
}

/**
 * The promise in a gateway's answer, when it is one for exactly what was sent: of this service, over these leaves, and
 * signed by a gateway that is trusted.
 *
 * @throws SubmissionError LOG_SUBMISSION_ANSWER
 */
export function promiseIn(
  answer: unknown,
  { url, service, records }: Sent,
  trust: PromiseTrust,
): SignedPromise {
  const refuse = (reason: string): never => {
    throw new SubmissionError("LOG_SUBMISSION_ANSWER", { url, reason }, { retryable: false });
  };
  const promise: unknown = (answer as { promise?: unknown } | null)?.promise;
  if (!isSignedPromise(promise)) return refuse("the form of a signed promise");
  const { statement } = promise;
  if (statement.service !== serviceId(service)) return refuse("the service");
  if (statement.count !== records.length) return refuse("the number of records");
  if (statement.leavesRoot !== toHex(merkleRoot(records.map(leafHash)))) return refuse("the leaves' root");
  const signer = signerOf(promise, trust.domain);
  if (!trust.gateways.some((gateway) => gateway.toLowerCase() === signer)) return refuse("the signature");
  return promise;
}
