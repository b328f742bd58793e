import { timeOf } from "../budget/commitments.ts";
import { versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";

/** Recorder, approvers, acceptor and treasury: the bits of `Duty` that must be separate. */
const SEPARATE = 0b11111;

/** Candidates of each rule over the native ledger, as it stood after a block. */
export const nativeCandidates: Readonly<Record<string, (asOf: AsOf) => Sql>> = {
  "cumulative-amendment": (
    asOf,
  ) => sql`SELECT 'commitment' AS kind, c.commitment_id::text AS key, c.commitment_id AS place,
      c.project AS code, c.agency, c.made_in_year AS year, json_build_object('increaseBps', c.increase_bps::text,
        'originalValue', c.original_value::text, 'value', c.value::text) AS inputs
    FROM ${versioned("commitment", "c", asOf)} WHERE c.increase_bps > 0`,
  "payment-before-acceptance": (asOf) => sql`SELECT 'disbursement' AS kind, d.disbursement_id::text AS key,
      d.disbursement_id AS place, d.project AS code, d.agency, d.year,
      json_build_object('milestoneId', NULL, 'amount', d.amount::text, 'value', c.value::text) AS inputs
    FROM ${versioned("disbursement", "d", asOf)} JOIN ${versioned("commitment", "c", asOf)} USING (commitment_id)
    WHERE d.milestone_id IS NULL AND d.state IN (4, 6)`,
  "milestone-overdue": (
    asOf,
  ) => sql`SELECT 'milestone' AS kind, m.milestone_id::text AS key, m.milestone_id AS place,
      m.project AS code, m.agency, substr(m.project, 4, 4)::int AS year, json_build_object('dueAt', m.due_at::text,
        'asOf', t.now::text, 'state', m.state::text) AS inputs
    FROM ${versioned("milestone", "m", asOf)} CROSS JOIN (SELECT ${timeOf(asOf)} AS now) t
    WHERE m.due_at < t.now AND m.state IN (1, 2, 4, 5)`,
  "line-in-and-out": (
    asOf,
  ) => sql`SELECT 'line' AS kind, l.line_id::text AS key, l.line_id AS place, l.project AS code,
      l.agency, l.year, json_build_object('adjIn', l.adj_in::text, 'adjOut', l.adj_out::text) AS inputs
    FROM ${versioned("appropriation_line", "l", asOf)} WHERE l.adj_in > 0 AND l.adj_out > 0`,
  "one-person-two-duties": (
    asOf,
  ) => sql`SELECT 'agency' AS kind, o.agency::text AS key, o.agency::bigint AS place,
      NULL AS code, o.agency, NULL::int AS year, json_build_object('personTag', '0x' || encode(o.person_tag, 'hex'),
        'duties', length(replace(((bit_or(o.duties) & ${SEPARATE})::bit(16))::text, '0', ''))::text,
        'accounts', count(*)::text) AS inputs
    FROM ${versioned("officer", "o", asOf)} WHERE NOT o.revoked AND o.duties & ${SEPARATE} > 0
    GROUP BY o.agency, o.person_tag`,
  "missing-evidence": (
    asOf,
  ) => sql`SELECT 'project' AS kind, p.code AS key, NULL::bigint AS place, p.code, p.agency, p.year,
      json_build_object('briefState', b.state) AS inputs
    FROM ${versioned("project", "p", asOf)} JOIN brief b ON b.cid = p.brief_cid WHERE b.state NOT IN ('available', 'pending')`,
  "paid-above-contract": (
    asOf,
  ) => sql`SELECT 'commitment' AS kind, c.commitment_id::text AS key, c.commitment_id AS place,
      c.project AS code, c.agency, c.made_in_year AS year, json_build_object('paid', s.paid::text,
        'returned', s.returned::text, 'value', c.value::text) AS inputs
    FROM ${versioned("commitment", "c", asOf)} JOIN (
      SELECT d.commitment_id, sum(d.amount) AS paid, sum(d.returned) AS returned
        FROM ${versioned("disbursement", "d", asOf)} WHERE d.state IN (4, 6) GROUP BY 1) s USING (commitment_id)
    WHERE s.paid - s.returned > c.value`,
};
