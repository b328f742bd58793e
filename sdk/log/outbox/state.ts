import type { Problem } from "../client/submission-error.ts";
import type { Writer } from "../client/writer.ts";
import type { ActionRecord } from "../record/index.ts";
import type { Queryable } from "./database.ts";

type WriterName = Pick<Writer, "service" | "submitter">;

/** How a writer's outbox stands. */
export interface OutboxState extends WriterName {
  /** actions that have no number yet */
  readonly waiting: number;
  /** numbered actions that are being sent, and why they were not taken the last time; null when nothing is */
  readonly open: { readonly count: number; readonly problem: Problem | null } | null;
  /** actions that the log refused for good and that were set aside */
  readonly refused: number;
}

/** An action that the log refused for good. Its number is declared missing in the log. */
export interface RefusedAction extends WriterName {
  /** the action's id in the outbox, as `logAction` gave it */
  readonly id: bigint;
  readonly record: ActionRecord;
  readonly problem: Problem;
  readonly refusedAt: Date;
}

/** How the outbox of every writer stands that this database has, by service and submitter; for a look, and for metrics. */
export async function outboxStates(client: Queryable): Promise<OutboxState[]> {
  const { rows } = await client.query(
    `WITH waiting AS (SELECT service, submitter, count(*) AS number FROM action_outbox.waiting GROUP BY 1, 2),
       refused AS (SELECT service, submitter, count(*) AS number FROM action_outbox.refused GROUP BY 1, 2),
       open AS (SELECT service, submitter, cardinality(ids) AS number, problem FROM action_outbox.batch
                WHERE first_index IS NULL),
       writers AS (SELECT service, submitter FROM action_outbox.writer UNION SELECT service, submitter FROM waiting
                   UNION SELECT service, submitter FROM refused)
     SELECT service, submitter, coalesce(waiting.number, 0) AS waiting, coalesce(refused.number, 0) AS refused,
       open.number AS open, open.problem AS problem
     FROM writers LEFT JOIN waiting USING (service, submitter) LEFT JOIN refused USING (service, submitter)
       LEFT JOIN open USING (service, submitter) ORDER BY service, submitter`,
  );
  return rows.map((row) => ({
    service: row["service"] as string,
    submitter: row["submitter"] as string,
    waiting: Number(row["waiting"]),
    open:
      row["open"] === null ? null : { count: Number(row["open"]), problem: row["problem"] as Problem | null },
    refused: Number(row["refused"]),
  }));
}

/** How many actions of a writer were set aside, and the code of the newest refusal. */
export async function refusedOf(
  client: Queryable,
  { service, submitter }: WriterName,
): Promise<{ readonly count: number; readonly code: string }> {
  const { rows } = await client.query(
    `SELECT count(*) AS number, (array_agg(problem->>'code' ORDER BY refused_at DESC, id DESC))[1] AS code
     FROM action_outbox.refused WHERE service = $1 AND submitter = $2`,
    [service, submitter],
  );
  return { count: Number(rows[0]!["number"]), code: String(rows[0]!["code"]) };
}

/**
 * Actions that were refused for good, of all writers, in the order in which they were logged. They stay until somebody
 * deletes their rows from `action_outbox.refused`.
 *
 * @param after id of the last one of the page before
 * @param limit most of a page
 */
export async function refusedActions(client: Queryable, after = 0n, limit = 100): Promise<RefusedAction[]> {
  const { rows } = await client.query(
    `SELECT id, service, submitter, record, problem, refused_at FROM action_outbox.refused
     WHERE id > $1 ORDER BY id LIMIT $2`,
    [String(after), limit],
  );
  return rows.map((row) => ({
    id: BigInt(row["id"] as string),
    service: row["service"] as string,
    submitter: row["submitter"] as string,
    record: JSON.parse(row["record"] as string) as ActionRecord,
    problem: row["problem"] as Problem,
    refusedAt: row["refused_at"] as Date,
  }));
}
