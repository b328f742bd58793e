import { SigningKey } from "ethers";
import { toHex } from "../../hex.ts";
import { inclusionPaths } from "../../merkle.ts";
import { promisesDigest } from "./digest.ts";
import type { PromiseDomain } from "./digest.ts";
import { statementHash } from "./statement.ts";
import type { PromiseStatement } from "./statement.ts";

/** A promise with its gateway's signature, as `reportMissedDeadline` and `reportWrongLeaf` take it. */
export interface SignedPromise {
  readonly statement: PromiseStatement;
  readonly groupIndex: number;
  readonly groupSize: number;
  /** siblings upwards, `0x…` of 32 bytes */
  readonly groupPath: readonly string[];
  /** 65 bytes (r, s, v), `0x…` */
  readonly signature: string;
}

/**
 * Signs promises that became durable together: one signature for all of them.
 *
 * @param privateKey the gateway's secp256k1 key, `0x…`
 * @returns one for each statement, in order
 */
export function signPromises(
  domain: PromiseDomain,
  statements: readonly PromiseStatement[],
  privateKey: string,
): readonly SignedPromise[] {
  const { root, paths } = inclusionPaths(statements.map(statementHash));
  return withSignature(
    statements,
    paths,
    new SigningKey(privateKey).sign(promisesDigest(domain, root)).serialized,
  );
}

/** The same promises with the signature that they were given, as it was kept. */
export function signedBefore(
  statements: readonly PromiseStatement[],
  signature: string,
): readonly SignedPromise[] {
  return withSignature(statements, inclusionPaths(statements.map(statementHash)).paths, signature);
}

function withSignature(
  statements: readonly PromiseStatement[],
  paths: readonly (readonly Uint8Array[])[],
  signature: string,
): SignedPromise[] {
  return statements.map((statement, groupIndex) => ({
    statement,
    groupIndex,
    groupSize: statements.length,
    groupPath: paths[groupIndex]!.map(toHex),
    signature,
  }));
}
