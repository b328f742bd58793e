import { parseProjectCode } from "../../../sdk/project-code.ts";
import { redFlagRules } from "../../../sdk/redflags/index.ts";
import type { RedFlagRule } from "../../../sdk/redflags/index.ts";
import { apiError } from "../../errors/api-error.ts";
import { anyOf } from "../budget/conditions.ts";
import type { RedFlagFilter } from "../filters.ts";
import { counted } from "../imports/counted.ts";
import type { ImportReads, RedFlagReads } from "../reads.ts";
import type { RedFlagRow } from "../rows/imports.ts";
import type { Database } from "../sql/database.ts";
import { arrayPage } from "../sql/keyset.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import type { RedFlagIndex, Signal } from "./red-flag-index.ts";

function rowOf(rule: RedFlagRule, signal: Signal, asOf: AsOf): RedFlagRow {
  const { kind, key, code } = signal;
  return {
    rule: rule.id,
    version: rule.version,
    inputs: rule.inputs.flatMap(({ name, label, unit }) => {
      const value = signal.inputs[name];
      return value === null || value === undefined ? [] : [{ name, label, value, unit }];
    }),
    subject: { kind, key, ...(code === null ? {} : { code }) } as RedFlagRow["subject"],
    asOf,
  };
}

export function redFlagReads(
  database: Database,
  index: RedFlagIndex,
  { reportedProject }: Pick<ImportReads, "reportedProject">,
): RedFlagReads {
  /** The index's id of a reported project by whichever key; no key that names nothing may look like "no signals". */
  async function reportedId(key: string, asOf: AsOf): Promise<string> {
    const found = await reportedProject(key, asOf);
    if (!found) throw apiError("REPORTED_PROJECT_UNKNOWN", { key: key.slice(0, 60) });
    return found.reportedId;
  }

  /** Signals carry what they concern; what a filter asks beyond that is looked up once. */
  async function keep(filter: RedFlagFilter, asOf: AsOf): Promise<(signal: Signal) => boolean> {
    const code = filter.projectCode ? parseProjectCode(filter.projectCode).code : null;
    const reported = filter.reportedProject ? await reportedId(filter.reportedProject, asOf) : null;
    const years = filter.fiscalYear ? new Set(filter.fiscalYear.map(String)) : null;
    const names = filter.agencyName ? new Set(filter.agencyName) : null;
    const details = names || years ? await reportedDetails(filter, asOf) : null;
    return (signal) => {
      const { kind, key, inputs } = signal;
      if (code !== null && signal.code !== code) return false;
      if (reported !== null && !(kind === "reportedProject" && key === reported)) return false;
      if (filter.agency && !(signal.agency !== null && filter.agency.includes(signal.agency))) return false;
      if (kind === "reportedProject") return details === null || details.has(key);
      if (names && !names.has(inputs.agencyName ?? "")) return false;
      if (years && !years.has(String(signal.year ?? inputs.fiscalYear ?? ""))) return false;
      return true;
    };
  }

  /** Reported projects of the agencies and years asked for. */
  async function reportedDetails(
    { agencyName, fiscalYear }: RedFlagFilter,
    asOf: AsOf,
  ): Promise<ReadonlySet<string>> {
    const rows = await database.rows<{
      id: string;
    }>(sql`SELECT rp.reported_id::text AS id FROM reported_project rp
      ${where([counted({}, asOf), anyOf("rp.agency", "text", agencyName), anyOf("rp.fiscal_year", "int", fiscalYear)])}`);
    return new Set(rows.map(({ id }) => id));
  }

  return {
    list: async (filter, page, asOf) => {
      const unknown = filter.rule?.find((id) => !redFlagRules.some((rule) => rule.id === id));
      if (unknown !== undefined) throw apiError("RED_FLAG_RULE_UNKNOWN", { rule: unknown.slice(0, 60) });
      const rules = redFlagRules.filter(
        ({ id, appliesTo }) =>
          (filter.rule?.includes(id) ?? true) &&
          !((filter.projectCode || filter.agency) && appliesTo === "reported") &&
          !((filter.reportedProject || filter.agencyName) && appliesTo === "native"),
      );
      const keeps = await keep(filter, asOf);
      const lists: { rule: RedFlagRule; signal: Signal }[] = [];
      for (const rule of rules) {
        for (const signal of await index.signals(rule, asOf)) {
          if (keeps(signal)) lists.push({ rule, signal });
        }
      }
      const found = arrayPage(lists, `redFlags/${rules.map(({ id }) => id).join(",").length}`, page);
      return {
        ...found,
        rows: found.rows.map(({ row: { rule, signal }, cursor }) => ({
          row: rowOf(rule, signal, asOf),
          cursor,
        })),
      };
    },
    counts: () => index.counts(),
  };
}
