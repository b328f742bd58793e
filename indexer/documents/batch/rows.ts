import { agreedTotal } from "../../../sdk/import/index.ts";
import type { FoldedProject, ReportedContract, ReportedProject } from "../../../sdk/import/index.ts";
import type { RowOf } from "../../store/schema/table.ts";
import type {
  reportedContract,
  reportedFlag,
  reportedProject,
  quarantinedRow,
} from "../../store/tables/budget/imports.ts";
import type { QuarantinedRow } from "../../../sdk/import/index.ts";
import { toHex } from "../../../sdk/hex.ts";

type ProjectFields = Omit<FoldedProject, "rows">;

const SHIFT = 2n ** 32n;

/** Identifier of a project of a batch, from the line of its first row. */
export const reportedId = (batch: bigint, line: number): bigint => batch * SHIFT + BigInt(line);

export function projectRow(batch: bigint, project: ProjectFields): RowOf<typeof reportedProject> {
  const { key, contracts } = project;
  return {
    reported_id: reportedId(batch, project.line),
    batch_id: batch,
    scheme: key.scheme,
    value: key.value,
    line: BigInt(project.line),
    // Set when the whole batch is there, see current.ts.
    current: false,
    title: project.title,
    type: project.type,
    agency: project.agency,
    agency_code: project.agencyCode,
    sub_agency: project.subAgency,
    method: project.method,
    method_group: project.methodGroup,
    announced_on: project.announcedOn,
    transaction_on: project.transactionOn,
    budget: project.budgetSatang,
    reference: project.referenceSatang,
    agreed: agreedTotal(contracts),
    contracts: contracts.length,
    fiscal_year: project.fiscalYear,
    province: project.province,
    district: project.district,
    subdistrict: project.subdistrict,
    status: project.status,
    extra: project.extra,
  };
}

/** @param line line or release that the contract stands in; @param position its place in there, from 0 */
export function contractRow(
  batch: bigint,
  project: bigint,
  line: number,
  position: number,
  contract: ReportedContract,
): RowOf<typeof reportedContract> {
  return {
    batch_id: batch,
    line: BigInt(line),
    position,
    reported_id: project,
    number: contract.id,
    agreed: contract.agreedSatang,
    signed_on: contract.signedOn,
    ends_on: contract.endsOn,
    status: contract.status,
    suppliers: contract.suppliers,
    suppliers_withheld: contract.suppliersWithheld,
  };
}

export function flagRows(
  batch: bigint,
  project: bigint,
  { line, flags }: ReportedProject,
): RowOf<typeof reportedFlag>[] {
  return flags.map(({ code, inputs }, position) => ({
    batch_id: batch,
    line: BigInt(line),
    position,
    reported_id: project,
    code,
    inputs,
  }));
}

export function quarantineRow(
  batch: bigint,
  ordinal: bigint,
  { line, reason, column, value, leaf }: QuarantinedRow,
): RowOf<typeof quarantinedRow> {
  return {
    batch_id: batch,
    ordinal,
    line: BigInt(line),
    reason,
    column_name: column,
    value,
    leaf: toHex(leaf),
  };
}
