import { contradictions } from "../contradictions.ts";
import type { ImportFlag, ReportedContract, ReportedProject } from "../model.ts";
import { WITHHELD } from "../withheld.ts";
import { RowProblem } from "../row.ts";
import { toArabicDigits } from "../../thai-digits.ts";
import type { EgpColumn, EgpField } from "./columns.ts";
import * as values from "./values.ts";

/** A row's cells by meaning, trimmed; absent and `-` are null. */
class Cells {
  readonly #byField = new Map<EgpField, { text: string; column: string }>();
  readonly extra: Readonly<Record<string, string>>;

  constructor(cells: readonly string[], columns: readonly EgpColumn[]) {
    const extra: [string, string][] = [];
    for (const [index, { name, field }] of columns.entries()) {
      const text = (cells[index] ?? "").trim();
      if (text === "" || text === "-") continue;
      if (field) this.#byField.set(field, { text, column: name });
      else extra.push([name, text]);
    }
    this.extra = Object.fromEntries(extra);
  }

  read<T>(field: EgpField, parse: (text: string, column: string) => T): T | null {
    const cell = this.#byField.get(field);
    return cell ? parse(cell.text, cell.column) : null;
  }

  text(field: EgpField): string | null {
    return this.#byField.get(field)?.text ?? null;
  }
}

function contractOf(cells: Cells): ReportedContract | null {
  const winner = cells.read("winner", values.words);
  const taxId = cells.read("taxId", values.taxNumber);
  const named = winner !== null || taxId !== null;
  const withheld = winner === WITHHELD || taxId === WITHHELD;
  const contract: ReportedContract = {
    id: cells.read("contractId", values.contractNumber),
    awardId: null,
    agreedSatang: cells.read("agreed", values.amount),
    signedOn: cells.read("signedOn", values.isoDate),
    endsOn: cells.read("endsOn", values.isoDate),
    status: cells.read("contractStatus", values.words),
    suppliers: named && !withheld ? [{ name: winner, taxId: taxId && toArabicDigits(taxId) }] : [],
    suppliersWithheld: withheld ? 1 : 0,
  };
  const { id, agreedSatang, signedOn, endsOn, status } = contract;
  const empty =
    id === null && agreedSatang === null && signedOn === null && endsOn === null && status === null;
  return empty && !named ? null : contract;
}

export type EgpProject = Omit<ReportedProject, "leaf">;

const EXPECTED = {
  announcedOn: "date",
  transactionOn: "date",
  signedOn: "date",
  endsOn: "date",
  budget: "number",
  reference: "number",
  agreed: "number",
  fiscalYear: "year",
  province: "province",
} as const;

/** Two cells or more of another kind than their columns: not typing errors, the row's cells stand in wrong columns. */
function looksShifted(cells: Cells): boolean {
  const foreign = Object.entries(EXPECTED).filter(([field, expected]) => {
    const text = cells.text(field as EgpField);
    return text !== null && values.isForeign(expected, text);
  });
  return foreign.length >= 2;
}

/**
 * A row's normal form from cells that `withholdCells` has made safe; of other cells only what is thrown may be used. `repeat` is false and the flags are those of the row
 * alone; what depends on earlier rows is added by `EgpRepeats`.
 *
 * @throws RowProblem
 */
export function readRow(safe: readonly string[], columns: readonly EgpColumn[], line: number): EgpProject {
  const cells = new Cells(safe, columns);
  try {
    const project = projectOf(cells, columns, line);
    return { ...project, flags: [...contradictions(project), ...withheldFlag(safe, columns)] };
  } catch (error) {
    if (!(error instanceof RowProblem) || !/UNREADABLE$/.test(error.reason) || !looksShifted(cells))
      throw error;
    throw new RowProblem("COLUMNS_SHIFTED", error.column, error.value);
  }
}

function projectOf(cells: Cells, columns: readonly EgpColumn[], line: number): EgpProject {
  const code = cells.read("code", values.projectCode);
  if (code === null)
    throw new RowProblem("CODE_MISSING", columns.find(({ field }) => field === "code")?.name ?? null);
  const contract = contractOf(cells);
  return {
    kind: "reported",
    line,
    key: { scheme: "egp", value: code },
    repeat: false,
    sequence: cells.text("sequence"),
    release: null,
    title: cells.text("title"),
    type: cells.read("type", values.words),
    agency: cells.read("agency", values.words),
    agencyCode: null,
    subAgency: cells.read("subAgency", values.words),
    method: cells.read("method", values.words),
    methodGroup: cells.read("methodGroup", values.words),
    announcedOn: cells.read("announcedOn", values.isoDate),
    transactionOn: cells.read("transactionOn", values.isoDate),
    budgetSatang: cells.read("budget", values.amount),
    referenceSatang: cells.read("reference", values.amount),
    fiscalYear: cells.read("fiscalYear", values.fiscalYear),
    province: cells.read("province", values.province),
    district: cells.read("district", values.words),
    subdistrict: cells.read("subdistrict", values.words),
    status: cells.read("status", values.words),
    contracts: contract ? [contract] : [],
    extra: cells.extra,
    flags: [],
  };
}

function withheldFlag(safe: readonly string[], columns: readonly EgpColumn[]): ImportFlag[] {
  const names = columns.filter((_, index) => safe[index]?.includes(WITHHELD)).map(({ name }) => name);
  return names.length > 0 ? [{ code: "PERSONAL_DATA_WITHHELD", inputs: { columns: names.join(", ") } }] : [];
}
