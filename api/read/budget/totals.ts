import type { ReportedFilter, Order, TotalsOrderField } from "../filters.ts";
import { reportedConditions, METHOD } from "../imports/conditions.ts";
import type { ReportedSources } from "../imports/conditions.ts";
import type { BudgetReads } from "../reads.ts";
import type { TotalsGrouping, TotalsRow } from "../rows/budget.ts";
import type { LocalizedText, PageArgs } from "../rows/common.ts";
import { expenseTypes } from "../../../sdk/expense-types.ts";
import { provinceName } from "../../../sdk/provinces.ts";
import { decodeCursor, encodeCursor } from "../sql/cursor.ts";
import { versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql, where } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { anyOf } from "./conditions.ts";
import { COUNTER_SUMS, countersOf } from "./counters.ts";
import type { CounterColumns } from "./counters.ts";

type Filter = ReportedFilter & {
  expenseType?: readonly number[] | null;
  agencyCode?: readonly number[] | null;
};

interface ReportedRow {
  readonly key: string | null;
  readonly n: bigint;
  readonly contracts: bigint;
  readonly budget: bigint;
  readonly reference: bigint;
  readonly agreed: bigint;
}

interface NativeRow extends CounterColumns {
  readonly key: string | null;
  readonly name_th: string | null;
  readonly name_en: string | null;
  readonly projects: bigint;
  readonly lines: bigint;
}

/** What the groups are, in reported data; null where the source does not say such a thing at all. */
const reportedKey: Record<TotalsGrouping, string | null> = {
  AGENCY: "rp.agency",
  PROVINCE: "rp.province",
  FISCAL_YEAR: "rp.fiscal_year::text",
  EXPENSE_TYPE: null,
  METHOD,
};

/** The same in the ledger; provinces by their ISO 3166-2:TH number. */
const nativeKey: Record<TotalsGrouping, string | null> = {
  AGENCY: "l.agency::text",
  PROVINCE: "b.province::text",
  FISCAL_YEAR: "l.year::text",
  EXPENSE_TYPE: "l.expense_type::text",
  METHOD: null,
};

const NO_COUNTERS: CounterColumns = {
  approved: 0n,
  carried_in: 0n,
  adj_in: 0n,
  adj_out: 0n,
  allotted: 0n,
  committed: 0n,
  requested: 0n,
  paid: 0n,
  returned: 0n,
  carried_out: 0n,
  lapsed: 0n,
};

interface GroupName {
  readonly key: string | null;
  readonly label: LocalizedText | null;
  readonly agencyCode: number | null;
}

const NAMELESS: GroupName = { key: null, label: null, agencyCode: null };

function totalsRow(
  name: GroupName,
  reported: ReportedRow | undefined,
  native: NativeRow | undefined,
): TotalsRow {
  return {
    ...name,
    reported: {
      count: Number(reported?.n ?? 0n),
      contracts: Number(reported?.contracts ?? 0n),
      budget: String(reported?.budget ?? 0n),
      reference: String(reported?.reference ?? 0n),
      agreed: String(reported?.agreed ?? 0n),
    },
    native: {
      projects: Number(native?.projects ?? 0n),
      lines: Number(native?.lines ?? 0n),
      counters: countersOf(native ?? NO_COUNTERS),
    },
  };
}

/** Conditions that the ledger can answer; one that only reported data can answer leaves nothing of the ledger. */
function nativeConditions(filter: Filter): (Sql | null)[] {
  const reportedOnly = [
    filter.query,
    filter.agency,
    filter.province,
    filter.method,
    filter.minBudget,
    filter.maxBudget,
    filter.flag,
    filter.source,
    filter.importBatch,
  ];
  return [
    anyOf("l.agency", "int", filter.agencyCode),
    anyOf("l.year", "int", filter.fiscalYear),
    anyOf("l.expense_type", "int", filter.expenseType),
    reportedOnly.some((value) => value !== null && value !== undefined) ? raw("false") : null,
  ];
}

export function totalsReads(sources: ReportedSources): Pick<BudgetReads, "totals"> {
  const { database } = sources;

  async function reportedGroups(
    by: TotalsGrouping | null,
    filter: Filter,
    asOf: AsOf,
  ): Promise<ReportedRow[]> {
    const key = by === null ? null : reportedKey[by];
    if ((by !== null && key === null) || filter.expenseType || filter.agencyCode) return [];
    return database.rows<ReportedRow>(sql`SELECT ${raw(key ?? "NULL::text")} AS key, count(*) AS n,
      coalesce(sum(rp.contracts), 0) AS contracts, coalesce(sum(rp.budget), 0) AS budget,
      coalesce(sum(rp.reference), 0) AS reference, coalesce(sum(rp.agreed), 0) AS agreed
      FROM reported_project rp ${where(await reportedConditions(filter, asOf, sources))} GROUP BY 1`);
  }

  async function nativeGroups(by: TotalsGrouping | null, filter: Filter, asOf: AsOf): Promise<NativeRow[]> {
    const key = by === null ? null : nativeKey[by];
    if (by !== null && key === null) return [];
    const place =
      by === "PROVINCE"
        ? sql`LEFT JOIN ${versioned("project", "p", asOf)} ON p.code = l.project LEFT JOIN brief b ON b.cid = p.brief_cid`
        : raw("");
    const names =
      by === "AGENCY" ? sql`LEFT JOIN ${versioned("agency", "a", asOf)} ON a.code = l.agency` : raw("");
    const name =
      by === "AGENCY"
        ? "min(a.name_th) AS name_th, min(a.name_en) AS name_en"
        : "NULL AS name_th, NULL AS name_en";
    return database.rows<NativeRow>(sql`SELECT ${raw(`${key ?? "NULL::text"} AS key, ${name}`)},
      count(DISTINCT l.project) AS projects, count(*) AS lines, ${raw(COUNTER_SUMS)}
      FROM ${versioned("appropriation_line", "l", asOf)} ${place} ${names} ${where(nativeConditions(filter))} GROUP BY 1`);
  }

  /** Agencies and provinces have codes in the ledger and only names elsewhere: those of one name are one group. */
  function merged(by: TotalsGrouping | null, reported: ReportedRow[], native: NativeRow[]): TotalsRow[] {
    // Two of the ledger may bear one name; both are told.
    const natives = Map.groupBy(native, (row) => keyOf(by, row));
    const rows = reported.map((row) => {
      const same = natives.get(row.key)?.shift();
      return totalsRow(groupName(by, row.key, same), row, same);
    });
    const others = [...natives].flatMap(([key, same]) =>
      same.map((row) => totalsRow(groupName(by, key, row), undefined, row)),
    );
    return [...rows, ...others];
  }

  return {
    totals: async (by, filter, order: Order<TotalsOrderField>, page: PageArgs, asOf) => {
      const [reported, native, whole] = await Promise.all([
        reportedGroups(by, filter, asOf),
        nativeGroups(by, filter, asOf),
        by !== null && nativeKey[by] !== null ? nativeGroups(null, filter, asOf) : null,
      ]);
      const all = merged(by, reported, native).sort(byField(order));
      const total = sumOf(all, whole && Number(whole[0]?.projects ?? 0n));
      if (by === null) return { groups: [], totalCount: 0, hasNext: false, endCursor: null, total };
      const tag = `totals/${by}/${order.field}/${order.direction}`;
      const start = page.after === null ? 0 : Number(decodeCursor(page.after, tag, ["int"])[0]) + 1;
      const groups = all.slice(start, start + page.first);
      return {
        groups,
        totalCount: all.length,
        hasNext: start + groups.length < all.length,
        endCursor: groups.length > 0 ? encodeCursor(tag, [String(start + groups.length - 1)]) : null,
        total,
      };
    },
  };
}

/** What the ledger's number of a group is called, as reported data call it. */
function keyOf(by: TotalsGrouping | null, { key, name_th }: NativeRow): string | null {
  if (key === null) return null;
  if (by === "AGENCY") return name_th;
  if (by === "PROVINCE") return provinceName(Number(key), "th");
  return by === "EXPENSE_TYPE" ? (expenseTypes[Number(key) - 1] ?? key) : key;
}

function groupName(by: TotalsGrouping | null, key: string | null, native: NativeRow | undefined): GroupName {
  if (by === "PROVINCE" && key !== null)
    return { key, label: { th: key, en: provinceName(key, "en") }, agencyCode: null };
  if (by !== "AGENCY" || !native?.name_th) return { ...NAMELESS, key };
  const { key: code, name_th: th, name_en } = native;
  return { key, label: { th, en: name_en ?? th }, agencyCode: Number(code) };
}

const fields: Record<TotalsOrderField, (row: TotalsRow) => bigint> = {
  KEY: () => 0n,
  COUNT: (row) => BigInt(row.reported.count + row.native.projects),
  BUDGET: (row) => BigInt(row.reported.budget) + BigInt(row.native.counters.approved),
  AGREED: (row) => BigInt(row.reported.agreed) + BigInt(row.native.counters.committed),
  APPROPRIATED: (row) => BigInt(row.native.counters.approved),
  PAID: (row) => BigInt(row.native.counters.paid),
};

const collator = new Intl.Collator("th");

function byField({ field, direction }: Order<TotalsOrderField>): (a: TotalsRow, b: TotalsRow) => number {
  const sign = direction === "ASC" ? 1 : -1;
  return (a, b) => {
    const [x, y] = [fields[field](a), fields[field](b)];
    if (x !== y) return x < y ? -sign : sign;
    const keys = collator.compare(a.key ?? "\uffff", b.key ?? "\uffff");
    return field === "KEY" ? keys * sign : keys;
  };
}

/** @param projects of the ledger, where one may have lines in several groups; null: as many as in the groups */
function sumOf(rows: readonly TotalsRow[], projects: number | null): TotalsRow {
  const add = (pick: (row: TotalsRow) => string) =>
    String(rows.reduce((sum, row) => sum + BigInt(pick(row)), 0n));
  const number = (pick: (row: TotalsRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  const empty = totalsRow(NAMELESS, undefined, undefined);
  const names = Object.keys(empty.native.counters) as (keyof TotalsRow["native"]["counters"])[];
  return {
    ...NAMELESS,
    reported: {
      count: number((row) => row.reported.count),
      contracts: number((row) => row.reported.contracts),
      budget: add((row) => row.reported.budget),
      reference: add((row) => row.reported.reference),
      agreed: add((row) => row.reported.agreed),
    },
    native: {
      projects: projects ?? number((row) => row.native.projects),
      lines: number((row) => row.native.lines),
      counters: Object.fromEntries(
        names.map((name) => [name, add((row) => row.native.counters[name])]),
      ) as unknown as TotalsRow["native"]["counters"],
    },
  };
}
