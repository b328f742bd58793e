import type { VerifyingKey } from "../../../sdk/log/http-signature/verifying-key.ts";

/** When a key or an account is valid, in Unix seconds. Source: struct Window in contracts/log/IServiceRegistry.sol. */
export interface Window {
  readonly from: number;
  /** last second */
  readonly until: number;
  /** from this second on it is not valid any more, whatever `until` says */
  readonly endedAt: number | null;
}

/** As `_holds` in contracts/log/ServiceRegistry.sol. */
export const holds = ({ from, until, endedAt }: Window, time: number): boolean =>
  time >= from && time <= until && (endedAt === null || time < endedAt);

/** A key that signs requests. */
export interface SubmissionKey {
  readonly submitter: string;
  readonly key: VerifyingKey;
  readonly window: Window;
}

/** An action type in use. */
export interface KnownType {
  /** CID of its newest schema */
  readonly newest: string;
  /** all schemas that it ever had, each with the last second in which records may name it; 0 when that is long over */
  readonly schemas: ReadonlyMap<string, number>;
}

/** What the ledger says about a service, as far as the mirror has read it. */
export interface KnownService {
  /** keccak256 of its name, `0x…` */
  readonly id: string;
  readonly name: string;
  readonly agency: number;
  /** Unix seconds */
  readonly registeredAt: number;
  /** seconds within which what is promised must be anchored */
  readonly maxMergeDelay: number;
  /** since when it takes nothing new (Unix seconds) */
  readonly closedAt: number | null;
  /** by key id, `0x…` */
  readonly keys: ReadonlyMap<string, SubmissionKey>;
  /** windows of its checkpoint keys: without one in force nothing can be anchored */
  readonly checkpoints: readonly Window[];
  /** windows of this gateway's account */
  readonly gateway: readonly Window[];
  readonly types: ReadonlyMap<string, KnownType>;
  /** number of entries that the mirror knows to be anchored */
  readonly anchoredSize: number;
}
