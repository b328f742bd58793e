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

const text = JSON.stringify;

function texts(record: Readonly<Record<string, string>>): string {
  const names = Object.keys(record).sort();
  return `{${names.map((name) => `${text(name)}:${text(record[name])}`).join(",")}}`;
}

/**
 * `canonicalJson(rowJson(row))`, ten times as fast because the members' order is known: a file has a million rows.
 * Texts must be well-formed, as readers make sure. A test holds the two equal.
 */
export function canonicalRow(row: RowDraft): string {
  if (row.kind === "quarantined") {
    const { column, kind, line, reason, value } = row;
    return text({ column, kind, line, reason, value });
  }
  const contracts = row.contracts.map((contract) => ({
    agreedSatang: money(contract.agreedSatang),
    awardId: contract.awardId,
    endsOn: contract.endsOn,
    id: contract.id,
    signedOn: contract.signedOn,
    status: contract.status,
    suppliers: contract.suppliers.map(({ name, taxId }) => ({ name, taxId })),
    suppliersWithheld: contract.suppliersWithheld,
  }));
  const { agency, agencyCode, announcedOn, district, extra, fiscalYear, key, kind, line, method } = row;
  const { methodGroup, province, release, repeat, sequence, status, subAgency, subdistrict, title } = row;
  const { transactionOn, type } = row;
  const open = (json: string) => json.slice(1, -1);
  const budgetSatang = money(row.budgetSatang);
  const referenceSatang = money(row.referenceSatang);
  const orderedRelease = release && {
    date: release.date,
    id: release.id,
    ocid: release.ocid,
    tags: release.tags,
  };
  const flags = row.flags.map(({ code, inputs }) => `{"code":${text(code)},"inputs":${texts(inputs)}}`);
  const parts = [
    open(text({ agency, agencyCode, announcedOn, budgetSatang, contracts, district })),
    `"extra":${texts(extra)}`,
    open(text({ fiscalYear })),
    `"flags":[${flags.join(",")}]`,
    open(text({ key: { scheme: key.scheme, value: key.value }, kind, line, method, methodGroup, province })),
    open(
      text({ referenceSatang, release: orderedRelease, repeat, sequence, status, subAgency, subdistrict }),
    ),
    open(text({ title, transactionOn, type })),
  ];
  return `{${parts.join(",")}}`;
}

const encoder = new TextEncoder();

/** The row with the leaf hash that it must have. */
export function withLeaf(draft: RowDraft): ImportRow {
  return { ...draft, leaf: leafHash(encoder.encode(canonicalRow(draft))) };
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
