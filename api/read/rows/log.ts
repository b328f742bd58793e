import type { NodeRow, Provenance } from "./common.ts";

/** A service that logs its actions, with the head of its log. */
export interface ServiceRow extends NodeRow {
  readonly kind: "service";
  /** stands for it in rows of actions */
  readonly number: number;
  /** keccak256 of the name, `0x…` */
  readonly id: string;
  readonly name: string;
  readonly agency: number;
  readonly titleTh: string;
  readonly titleEn: string;
  /** seconds; 0 when it promises no heartbeat */
  readonly heartbeatInterval: number;
  /** seconds */
  readonly maxMergeDelay: number;
  readonly registeredAt: number;
  readonly closedAt: number | null;
  readonly retired: boolean;
  readonly size: number;
  readonly root: string;
  readonly anchoredAt: number | null;
  readonly seenAt: number | null;
  readonly anchors: number;
  readonly brokenPromises: number;
}

export interface AnchorRow extends NodeRow {
  readonly kind: "logAnchor";
  readonly service: string;
  readonly size: number;
  readonly firstIndex: number;
  readonly root: string;
  /** SHA-256 of the published bundle; as one raw block it is its CID too */
  readonly bundle: string;
  /** pending, complete, unavailable or contradicted */
  readonly reading: string;
  readonly readingError: string | null;
  /** signed note over size and root; null unless the bundle was read */
  readonly checkpoint: string | null;
}

/** An entry of a log; the record's members as sdk/log/record/types.ts describes them. */
export interface ActionRow extends NodeRow {
  readonly kind: "action";
  /** place among the anchored entries of all services */
  readonly actionId: string;
  readonly service: string;
  readonly serviceNumber: number;
  readonly index: number;
  readonly type: string;
  readonly agency: number;
  readonly submitter: string;
  readonly clientSeq: string;
  /** Unix seconds with milliseconds */
  readonly happenedAt: number;
  readonly subject: string | null;
  readonly role: string | null;
  readonly pseudonym: string | null;
  readonly schema: string;
  /** commitment of a private payload */
  readonly payload: string | null;
  readonly supersedes: string | null;
  readonly leaf: string;
  /** canonical JSON, exactly as it is hashed */
  readonly record: string;
}

/** How many actions of a type happened on a day of Bangkok, counted from 1 January 1970. */
export interface ActivityRow {
  readonly day: number;
  readonly type: string;
  readonly count: number;
}

/** Every promise has one: see `PromiseState` in api/graphql/log/promise.ts. */
export type PromiseState = "OPEN" | "OVERDUE" | "KEPT" | "LATE" | "BROKEN";

/** What a gateway promised about a service's log. What only the intake knows is null where it is not asked. */
export interface PromiseRow {
  readonly service: string;
  readonly asOf: number | null;
  readonly statementHash: string;
  readonly gateway: string;
  readonly firstIndex: number;
  readonly count: number | null;
  readonly issuedAt: number | null;
  readonly deadline: number | null;
  /** time of the block whose anchor first has all of its entries; null while there is none */
  readonly anchoredAt: number | null;
  readonly state: PromiseState;
  /** only of a broken one, as the next two */
  readonly breach: number | null;
  /** first entry for which it was broken */
  readonly brokenIndex: number | null;
  readonly provenance: Provenance | null;
}

/** The newest cosignature of an agency for a service. */
export interface WitnessRow extends CosignatureRow {
  readonly service: string;
}

export interface WindowRow {
  readonly validFrom: number;
  readonly validUntil: number;
  readonly endedAt: number | null;
}

/** That the intake has closed a log, since what is stored of it is not what was acknowledged or anchored. */
export interface ClosureRow {
  /** stable, of docs/errors.md */
  readonly code: string;
  readonly foundAt: number;
}

export interface ServiceKeyRow extends WindowRow {
  readonly keyId: string;
  readonly use: number;
  readonly algorithm: number;
  readonly submitter: string | null;
  readonly publicKey: string;
}

export interface GatewayRow extends WindowRow {
  readonly account: string;
}

export interface ActionTypeRow {
  /** name of the service */
  readonly service: string;
  readonly name: string;
  readonly version: number;
  readonly schemaCid: string;
  readonly inUse: boolean;
}

export interface CosignatureRow {
  readonly agency: number;
  readonly asOf: number | null;
  readonly size: number;
  readonly root: string;
  readonly officer: string;
  readonly timestamp: number;
}

export interface BrokenPromiseRow {
  readonly statementHash: string;
  readonly gateway: string;
  readonly breach: number;
  readonly index: number;
  readonly timestamp: number;
}
