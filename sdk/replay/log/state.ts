/** What the action log holds of services and their logs. */

export interface ServiceState {
  readonly name: string;
  readonly agency: bigint;
  heartbeatInterval: bigint;
  maxMergeDelay: bigint;
  /** until when promises may be due that were given under a delay which has been changed since */
  owedUntil: bigint;
  readonly registeredAt: bigint;
  /** 0 while it is open */
  closedAt: bigint;
  retired: boolean;
}

export interface WindowState {
  readonly validFrom: bigint;
  readonly validUntil: bigint;
  endedAt: bigint;
}

export interface ServiceKeyState extends WindowState {
  readonly use: bigint;
  readonly submitter: string;
}

export interface ActionTypeState {
  version: bigint;
  /** binary CID of the newest version's schema */
  schemaCid: string;
  inUse: boolean;
}

export interface HeadState {
  root: string;
  size: bigint;
  anchoredAt: bigint;
  seenAt: bigint;
  closesAt: bigint;
  anchors: bigint;
}

export interface State {
  /** by id, in order of registration */
  readonly services: Map<string, ServiceState>;
  /** by service, then key id */
  readonly serviceKeys: Map<string, Map<string, ServiceKeyState>>;
  /** by service, then account */
  readonly gateways: Map<string, Map<string, WindowState>>;
  /** by service, then name */
  readonly actionTypes: Map<string, Map<string, ActionTypeState>>;
  readonly heads: Map<string, HeadState>;
  /** largest cosigned size by service, then agency */
  readonly cosigned: Map<string, Map<bigint, bigint>>;
  /** breaches by service: hash of the statement and the way in which it was broken */
  readonly broken: Map<string, [statementHash: string, breach: bigint][]>;
}

export const emptyState = (): State => ({
  services: new Map(),
  serviceKeys: new Map(),
  gateways: new Map(),
  actionTypes: new Map(),
  heads: new Map(),
  cosigned: new Map(),
  broken: new Map(),
});
