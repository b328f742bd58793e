import { canonicalBytes } from "../canonical-json.ts";
import type { Json } from "../canonical-json.ts";
import { leafHash } from "../merkle.ts";
import type {
  ImportRow,
  QuarantinedRow,
  QuarantineReason,
  ReportedContract,
  ReportedProject,
} from "./model.ts";

/** A row before its leaf hash is known. */
export type RowDraft = Omit<ReportedProject, "leaf"> | Omit<QuarantinedRow, "leaf">;

function money(satang: bigint | null): string | null {
  return satang === null ? null : String(satang);
}

function contractJson(contract: ReportedContract): Json {
  const suppliers = contract.suppliers.map(({ name, taxId }) => ({ name, taxId }));
  return { ...contract, agreedSatang: money(contract.agreedSatang), suppliers };
}

/**
 * A row as JSON: the fields of `model.ts` under their own names without `leaf`, money as strings of satang. Its canonical
 * form (RFC 8785) is what a leaf of the batch's Merkle tree is the hash of.
 */
export function rowJson(row: RowDraft | ImportRow): Json {
  if (row.kind === "quarantined") {
    const { kind, line, reason, column, value } = row;
    return { kind, line, reason, column, value };
  }
  const fields: Record<string, unknown> = { ...row };
  delete fields.leaf;
  return {
    ...(fields as Record<string, Json>),
    budgetSatang: money(row.budgetSatang),
    referenceSatang: money(row.referenceSatang),
    contracts: row.contracts.map(contractJson),
  };
}

/** The row with the leaf hash that it must have. */
export function withLeaf(draft: RowDraft): ImportRow {
  return { ...draft, leaf: leafHash(canonicalBytes(rowJson(draft))) };
}

/** Thrown inside a reader to set one row aside; never leaves it. */
export class RowProblem extends Error {
  readonly reason: QuarantineReason;
  readonly column: string | null;
  readonly value: string | null;

  constructor(reason: QuarantineReason, column: string | null = null, value: string | null = null) {
    super(reason);
    this.reason = reason;
    this.column = column;
    this.value = value;
  }
}
