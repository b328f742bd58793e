import type { NodeKind, NodeRow, Provenance } from "../rows/common.ts";
import { MIRROR } from "../../../indexer/store/read.ts";
import { raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { hex, seconds } from "./values.ts";

export type AsOf = number | null;

type Versioned =
  | "agency"
  | "officer"
  | "deployment"
  | "fiscal_year"
  | "project"
  | "appropriation_line"
  | "commitment"
  | "allocation"
  | "milestone"
  | "disbursement"
  | "flag"
  | "import_batch"
  | "service"
  | "service_key"
  | "service_gateway"
  | "action_type"
  | "log_head";

/** `mirror.agency a`, or as it stood after a block. The type is named: another function of this name is never meant. */
export function versioned(table: Versioned, alias: string, asOf: AsOf): Sql {
  const name = `${MIRROR}.${table}`;
  return asOf === null
    ? raw(`${name} ${alias}`)
    : sql`${raw(`${name}_as_of(`)}${asOf}${raw(`::bigint) ${alias}`)}`;
}

/** Condition on a table whose rows never change. */
export function appendedBefore(alias: string, asOf: AsOf): Sql | null {
  return asOf === null ? null : sql`${raw(`${alias}.block`)} <= ${asOf}::bigint`;
}

export interface ProvenanceColumns {
  readonly block: bigint;
  readonly tx_hash: Buffer;
  readonly log_index: number;
  readonly timestamp: bigint;
}

/** The columns of it. */
export const PROVENANCE = (alias: string): string =>
  `${alias}.block, ${alias}.tx_hash, ${alias}.log_index, ${alias}.timestamp`;

export function provenanceOf(row: ProvenanceColumns): Provenance {
  return {
    block: Number(row.block),
    txHash: hex(row.tx_hash),
    logIndex: row.log_index,
    timestamp: seconds(row.timestamp),
  };
}

/** What every node has. */
export function node<Kind extends NodeKind>(
  kind: Kind,
  key: string,
  row: ProvenanceColumns,
  asOf: AsOf,
): NodeRow & { kind: Kind } {
  return { kind, key, asOf, provenance: provenanceOf(row) };
}
