import { join, raw, sql } from "../../read/sql/sql.ts";
import type { Sql } from "../../read/sql/sql.ts";
import { versioned } from "../../read/sql/source.ts";
import type { AsOf } from "../../read/sql/source.ts";

export interface FiscalColumn {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  /** in the fiscal ontology. Source: Fiscal Data Package 1.0, "OS-Types" */
  readonly columnType: string;
  readonly title: string;
  readonly extra?: object;
  /** over line `l`, project `p`, agency `a`, brief `b`, phase `f` */
  readonly expression: string;
}

/** What became of a line's money, as phases of the budget. */
const PHASES = [
  ["approved", "Appropriated by the budget act", "l.approved"],
  [
    "adjusted",
    "As it stands after revisions and carry-forward",
    "l.approved + l.carried_in + l.adj_in - l.adj_out",
  ],
  ["committed", "Bound by orders and contracts", "l.committed"],
  ["executed", "Paid, less what came back", "l.paid - l.returned"],
] as const;

const EXPENSE_TYPES = ["งบบุคลากร", "งบดำเนินงาน", "งบลงทุน", "งบเงินอุดหนุน", "งบรายจ่ายอื่น"];

/** One row for each line of the ledger and each phase. */
export const fiscalColumns: readonly FiscalColumn[] = [
  {
    name: "line",
    type: "string",
    columnType: "unique-identifier:generic",
    title: "Line of the ledger",
    expression: "l.line_id::text",
  },
  {
    name: "fiscal_year",
    type: "integer",
    columnType: "date:fiscal-year",
    title: "Fiscal year, Gregorian (it ends on 30 September)",
    expression: "(l.year - 543)::text",
  },
  {
    name: "direction",
    type: "string",
    columnType: "direction",
    title: "Direction",
    expression: "'expenditure'",
  },
  { name: "phase_id", type: "string", columnType: "phase:id", title: "Phase", expression: "f.id" },
  {
    name: "phase_label",
    type: "string",
    columnType: "phase:label",
    title: "Phase in words",
    expression: "f.label",
  },
  {
    name: "agency_code",
    type: "string",
    columnType: "administrative-classification:generic:level1:code:full",
    title: "Agency code",
    expression: "l.agency::text",
  },
  {
    name: "agency",
    type: "string",
    columnType: "administrative-classification:generic:level1:label",
    title: "Agency",
    expression: "a.name_th",
  },
  {
    name: "expense_type_code",
    type: "string",
    columnType: "economic-classification:generic:level1:code:full",
    title: "Expense type",
    expression: "l.expense_type::text",
  },
  {
    name: "expense_type",
    type: "string",
    columnType: "economic-classification:generic:level1:label",
    title: "Expense type in words",
    expression: `(ARRAY[${EXPENSE_TYPES.map((name) => `'${name}'`).join(", ")}])[l.expense_type]`,
  },
  {
    name: "fund_source",
    type: "string",
    columnType: "fin-source:generic:level1:code:full",
    title: "Fund source",
    expression: "l.fund_source",
  },
  {
    name: "project_code",
    type: "string",
    columnType: "activity:generic:project:code:full",
    title: "Project code",
    expression: "l.project",
  },
  {
    name: "project",
    type: "string",
    columnType: "activity:generic:project:label",
    title: "Project",
    expression: "b.title_th",
  },
  {
    name: "province",
    type: "string",
    columnType: "geo:generic:code:full",
    title: "Province, ISO 3166-2:TH",
    expression: "'TH-' || b.province::text",
  },
  {
    name: "amount",
    type: "number",
    columnType: "value",
    title: "Amount in baht",
    extra: { currency: "THB", bareNumber: true, decimalChar: "." },
    expression: "trim_scale(f.amount::numeric / 100)::text",
  },
];

/** A cell as RFC 4180 writes it. */
const cell = (expression: string) =>
  `CASE WHEN ${expression} ~ '[",\\r\\n]' THEN '"' || replace(${expression}, '"', '""') || '"' ELSE coalesce(${expression}, '') END`;

export const fiscalHeader = `${fiscalColumns.map(({ name }) => name).join(",")}\n`;

/** The rows as text, one statement's row each, in the order of lines and phases. */
export function fiscalRows(asOf: AsOf): Sql {
  const line = raw(
    `translate(concat_ws(',', ${fiscalColumns.map(({ expression }) => cell(expression)).join(", ")}), E'\\x1e\\x1f\\r\\n', '    ')`,
  );
  const phases = join(
    PHASES.map(([id, label, amount], i) => raw(`(${i}, '${id}', '${label}', ${amount})`)),
    ", ",
  );
  return sql`SELECT ${line} FROM ${versioned("appropriation_line", "l", asOf)}
    JOIN ${versioned("agency", "a", asOf)} ON a.code = l.agency
    JOIN ${versioned("project", "p", asOf)} ON p.code = l.project
    LEFT JOIN brief b ON b.cid = p.brief_cid
    CROSS JOIN LATERAL (VALUES ${phases}) f (place, id, label, amount)
    ORDER BY l.line_id, f.place`;
}
