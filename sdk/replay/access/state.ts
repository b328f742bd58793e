/** What the Directory and the AgencyRegistry hold. */

export interface PublishedVersion {
  readonly name: string;
  readonly version: bigint;
  readonly target: string;
  readonly codeHash: string;
  readonly blockNumber: bigint;
  retired: boolean;
}

export interface AgencyState {
  readonly code: bigint;
  nameTh: string;
  nameEn: string;
  readonly province: bigint;
  active: boolean;
}

export interface OfficerState {
  readonly agency: bigint;
  readonly duties: bigint;
  readonly validFrom: bigint;
  readonly validUntil: bigint;
  revoked: boolean;
  readonly personTag: string;
}

export interface State {
  /** by name, in order of publication */
  readonly versions: Map<string, PublishedVersion[]>;
  readonly agencies: Map<bigint, AgencyState>;
  /** by checksummed address */
  readonly officers: Map<string, OfficerState>;
}

export const emptyState = (): State => ({ versions: new Map(), agencies: new Map(), officers: new Map() });
