import type { SealedRecord } from "../../../sdk/log/record/index.ts";
import type { ServiceLog, Writer } from "../logs/service-log.ts";

/** A checked request that waits to become durable. */
export interface Pending {
  readonly log: ServiceLog;
  readonly writer: Writer;
  readonly records: readonly SealedRecord[];
  /** seconds within which it must be anchored */
  readonly maxMergeDelay: number;
  /** SHA-256 of the request's body, 32 bytes */
  readonly bodyDigest: Uint8Array;
  /** first 16 bytes of the SHA-256 of its Idempotency-Key */
  readonly keyHash: Uint8Array;
  /** told when it is durable, with the answer's body */
  readonly done: (answer: string, firstIndex: number) => void;
  readonly failed: (error: unknown) => void;
}
