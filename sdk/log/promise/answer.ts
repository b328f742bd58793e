import type { SignedPromise } from "./signed.ts";

/**
 * What the intake answers when it has taken records (201): the promise with its signature, and beside it what a sender
 * needs at hand. As JSON, in just these names.
 */
export interface LogAnswer {
  /** reverse-DNS name of the service */
  readonly service: string;
  /** index of the first record's entry; the others follow without a gap */
  readonly firstIndex: number;
  readonly count: number;
  /** leaf hashes of the entries in order, `0x…`: SHA-256(0x00 ‖ canonical JSON of the record) */
  readonly leaves: readonly string[];
  /** Unix seconds: by then the entries are anchored on the chain */
  readonly deadline: number;
  /** what the gateway can be held to on the chain, as `reportMissedDeadline` and `reportWrongLeaf` take it */
  readonly promise: SignedPromise;
}
