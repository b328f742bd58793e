import type { NodeRow } from "../rows/common.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";

/** Where the versions of an entity stand: history table, key column and its type. */
const versions = {
  agency: ["agency_history", "code", "int"],
  fiscalYear: ["fiscal_year_history", "year", "int"],
  line: ["appropriation_line_history", "line_id", "bigint"],
  commitment: ["commitment_history", "commitment_id", "bigint"],
  milestone: ["milestone_history", "milestone_id", "bigint"],
  disbursement: ["disbursement_history", "disbursement_id", "bigint"],
  flag: ["flag_history", "flag_id", "bigint"],
  importBatch: ["import_batch_history", "batch_id", "bigint"],
} as const;

/** Facts that never change were made by one event. */
const once = (node: NodeRow) =>
  sql`(e.block = ${node.provenance.block} AND e.log_index = ${node.provenance.logIndex})`;

/** Condition on `event e`: the events that made the versions of a node. */
export function historyConditions(node: NodeRow): Sql {
  const { kind, key } = node;
  if (kind === "project") {
    // The projects' own events; those of everything under it are the project's timeline.
    return sql`(e.project = ${key} AND e.contract = 'BudgetProjects')`;
  }
  if (kind === "officer") {
    return made("officer_history", sql`h.account = ${Buffer.from(key.slice(2), "hex")}`);
  }
  if (kind === "deployment") {
    const at = key.lastIndexOf("-");
    return made(
      "deployment_history",
      sql`h.name = ${key.slice(0, at)} AND h.version = ${Number(key.slice(at + 1))}`,
    );
  }
  if (kind === "revision") {
    return sql`(e.block, e.log_index) IN (SELECT r.block, r.log_index FROM revision r WHERE r.revision_id = ${key}::bigint
      UNION ALL SELECT m.block, m.log_index FROM revision_move m WHERE m.revision_id = ${key}::bigint)`;
  }
  if (kind === "reportedProject") {
    // Nothing on the chain names a row of an imported file: what happened to the file happened to it.
    return made(
      "import_batch_history",
      sql`h.batch_id = (SELECT rp.batch_id FROM reported_project rp WHERE rp.reported_id = ${key}::bigint)`,
    );
  }
  if (kind === "service") {
    const service = sql`(SELECT s.service FROM service s WHERE s.name = ${key})`;
    return sql`(${made("service_history", sql`h.service = ${service}`)} OR ${made("log_head_history", sql`h.service = ${service}`)})`;
  }
  if (kind === "logAnchor" || kind === "action") return once(node);
  if (kind === "obligation" || kind === "carryForward") return once(node);
  const [table, column, type] = versions[kind];
  return made(table, sql`${raw(`h.${column}`)} = ${key}${raw(`::${type}`)}`);
}

function made(table: string, condition: Sql): Sql {
  return sql`(e.block, e.log_index) IN (SELECT h.block, h.log_index FROM ${raw(table)} h WHERE ${condition})`;
}
