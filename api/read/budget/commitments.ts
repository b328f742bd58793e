import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { CommitmentRow, MilestoneRow } from "../rows/budget.ts";
import type { BudgetReads } from "../reads.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId, isOneOf, listLoaderByBlock, loaderByBlock } from "../sql/loaders.ts";
import { node, provenanceOf, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { address, document, maybeSeconds, maybeText, seconds } from "../sql/values.ts";
import { anyOf, idIs, shared, yearInCode } from "./conditions.ts";

type Commitment = MirrorRow["commitment"] & {
  readonly requested: bigint;
  readonly paid: bigint;
  readonly returned: bigint;
};
type Milestone = MirrorRow["milestone"] & { readonly overdue: boolean };

/** Disbursement states whose money is reserved (Requested, Approved1, Approved2) and paid (Paid, Returned). */
const spent = (asOf: AsOf): Sql => sql`LEFT JOIN LATERAL (
    SELECT coalesce(sum(d.amount) FILTER (WHERE d.state IN (1, 2, 3)), 0) AS requested,
           coalesce(sum(d.amount) FILTER (WHERE d.state IN (4, 6)), 0) AS paid,
           coalesce(sum(d.returned), 0) AS returned
      FROM ${versioned("disbursement", "d", asOf)} WHERE d.commitment_id = c.commitment_id
  ) s ON true`;

function commitmentOf(row: Commitment, asOf: AsOf): CommitmentRow {
  return {
    ...node("commitment", String(row.commitment_id), row, asOf),
    commitmentId: String(row.commitment_id),
    code: row.project,
    agency: row.agency,
    contractKind: row.contract_kind,
    state: row.state,
    madeInYear: row.made_in_year,
    contractNumber: row.contract_number,
    supplier: row.supplier,
    value: String(row.value),
    originalValue: String(row.original_value),
    increaseBps: Number(row.increase_bps),
    amendments: row.amendments,
    advanceCap: String(row.advance_cap),
    requested: String(row.requested),
    paid: String(row.paid),
    returned: String(row.returned),
    obligationId: maybeText(row.obligation_id),
    award: document(row.award_cid, row.award_sha256, row.award_date),
    recordedAt: seconds(row.recorded_at),
  };
}

function milestoneOf(row: Milestone, asOf: AsOf): MilestoneRow {
  return {
    ...node("milestone", String(row.milestone_id), row, asOf),
    milestoneId: String(row.milestone_id),
    overdue: row.overdue,
    commitmentId: String(row.commitment_id),
    code: row.project,
    agency: row.agency,
    state: row.state,
    amount: String(row.amount),
    accepted: String(row.accepted),
    dueAt: seconds(row.due_at),
    submittedAt: maybeSeconds(row.submitted_at),
    acceptedAt: maybeSeconds(row.accepted_at),
    evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
  };
}

/** The time of the block that the answer is as of. */
export const timeOf = (asOf: AsOf): Sql =>
  asOf === null
    ? raw("(SELECT block_timestamp FROM checkpoint)")
    : sql`(SELECT timestamp FROM block WHERE number <= ${asOf}::bigint ORDER BY number DESC LIMIT 1)`;

/** Due by then and neither accepted in full nor removed. */
const late = (asOf: AsOf): Sql => sql`(m.state IN (1, 2, 4, 5) AND m.due_at < ${timeOf(asOf)})`;

type Part = "commitment" | "commitments" | "allocations" | "amendments" | "milestone" | "milestones";

export function commitmentReads(database: Database): Pick<BudgetReads, Part> {
  const selectCommitment = (asOf: AsOf) =>
    sql`SELECT c.*, s.* FROM ${versioned("commitment", "c", asOf)} ${spent(asOf)}`;
  const commitment = loaderByBlock<CommitmentRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Commitment>(
        sql`${selectCommitment(asOf)} WHERE ${isOneOf("c.commitment_id", "bigint", ids)}`,
      );
      return rows.map((row) => commitmentOf(row, asOf));
    },
    ({ commitmentId }) => commitmentId,
  );
  const milestone = loaderByBlock<MilestoneRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Milestone>(
        sql`SELECT m.*, ${late(asOf)} AS overdue FROM ${versioned("milestone", "m", asOf)} WHERE ${isOneOf("m.milestone_id", "bigint", ids)}`,
      );
      return rows.map((row) => milestoneOf(row, asOf));
    },
    ({ milestoneId }) => milestoneId,
  );
  const allocations = listLoaderByBlock<MirrorRow["allocation"]>(
    (ids, asOf) =>
      database.rows(
        sql`SELECT a.* FROM ${versioned("allocation", "a", asOf)} WHERE ${isOneOf("a.commitment_id", "bigint", ids)} ORDER BY a.line_id`,
      ),
    (row) => String(row.commitment_id),
  );
  const amendments = listLoaderByBlock<MirrorRow["amendment"]>(
    (ids, asOf) =>
      database.rows(sql`SELECT * FROM amendment WHERE ${isOneOf("commitment_id", "bigint", ids)}
        ${asOf === null ? raw("") : sql`AND block <= ${asOf}::bigint`} ORDER BY commitment_id, ordinal`),
    (row) => String(row.commitment_id),
  );
  return {
    commitment: (id, asOf) => (isId(id) ? commitment(id, asOf) : Promise.resolve(null)),
    commitments: (filter, page, asOf) =>
      keysetPage<Commitment, CommitmentRow>(
        database,
        {
          tag: "commitments",
          columns: [
            {
              expression: "c.commitment_id",
              type: "bigint",
              direction: "ASC",
              read: (row) => row.commitment_id,
            },
          ],
          select: selectCommitment(asOf),
          from: sql`FROM ${versioned("commitment", "c", asOf)}`,
          conditions: [
            ...shared("c", filter, "c.made_in_year"),
            anyOf("c.state", "int", filter.state),
            idIs("a.line_id", filter.lineId) &&
              sql`c.commitment_id IN (SELECT a.commitment_id FROM ${versioned("allocation", "a", asOf)} WHERE ${idIs("a.line_id", filter.lineId)})`,
          ],
          map: (row) => commitmentOf(row, asOf),
        },
        page,
      ),
    allocations: async (id, asOf) =>
      (await allocations(id, asOf)).map((row) => ({
        lineId: String(row.line_id),
        amount: String(row.amount),
      })),
    amendments: async (id, asOf) =>
      (await amendments(id, asOf)).map((row) => ({
        ordinal: row.ordinal,
        previousValue: String(row.previous_value),
        value: String(row.value),
        increaseBps: Number(row.increase_bps),
        officer: address(row.officer),
        evidence: document(row.evidence_cid, row.evidence_sha256, row.evidence_date),
        provenance: provenanceOf(row),
      })),
    milestone: (id, asOf) => (isId(id) ? milestone(id, asOf) : Promise.resolve(null)),
    milestones: (filter, page, asOf) => {
      const from = sql`FROM ${versioned("milestone", "m", asOf)}`;
      return keysetPage<Milestone, MilestoneRow>(
        database,
        {
          tag: "milestones",
          columns: [
            {
              expression: "m.milestone_id",
              type: "bigint",
              direction: "ASC",
              read: (row) => row.milestone_id,
            },
          ],
          select: sql`SELECT m.*, ${late(asOf)} AS overdue ${from}`,
          from,
          conditions: [
            ...shared("m", filter, yearInCode("m")),
            anyOf("m.state", "int", filter.state),
            idIs("m.commitment_id", filter.commitmentId),
            typeof filter.overdue === "boolean"
              ? filter.overdue
                ? late(asOf)
                : sql`NOT ${late(asOf)}`
              : null,
          ],
          map: (row) => milestoneOf(row, asOf),
        },
        page,
      );
    },
  };
}
