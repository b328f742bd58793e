import type { NodeRow } from "./common.ts";

export interface AgencyRow extends NodeRow {
  readonly kind: "agency";
  readonly code: number;
  readonly nameTh: string;
  readonly nameEn: string;
  /** ISO 3166-2:TH number */
  readonly province: number;
  readonly active: boolean;
}

export interface OfficerRow extends NodeRow {
  readonly kind: "officer";
  readonly account: string;
  readonly agency: number;
  /** mask of `Duty` bits */
  readonly duties: number;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly revoked: boolean;
  readonly personTag: string;
}

export interface DeploymentRow extends NodeRow {
  readonly kind: "deployment";
  readonly name: string;
  readonly version: number;
  readonly target: string;
  readonly codeHash: string;
  readonly retired: boolean;
}
