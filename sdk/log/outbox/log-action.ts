import { unnumbered } from "../client/writer.ts";
import type { Action, Writer } from "../client/writer.ts";
import { refusePersonalData } from "../personal-data/index.ts";
import { parseRecord } from "../record/index.ts";
import { writeRecord } from "../record/write.ts";
import type { Queryable } from "./database.ts";

/**
 * Logs an action in the transaction in which it happens: both are committed or neither is, so that nothing happens
 * unlogged. A sender (`startSender`) takes it from there. What the log would refuse by its form or as personal data is
 * refused here, before it happens; whether `data` obeys the type's schema the log says.
 *
 * @param client runs statements in the caller's transaction
 * @returns the action's id in the outbox, by which `entryOf` finds its place in the log
 * @throws ProngsaiError LOG_RECORD_…, LOG_PERSONAL_DATA: the caller should roll back
 */
export async function logAction(client: Queryable, writer: Writer, action: Action): Promise<bigint> {
  const record = unnumbered(writer, action);
  // The greatest number there is, so that no number can make the record too large later.
  parseRecord({ ...record, clientSeq: Number.MAX_SAFE_INTEGER });
  refusePersonalData(record);
  const { rows } = await client.query(
    "INSERT INTO action_outbox.waiting (service, submitter, record) VALUES ($1, $2, $3) RETURNING id",
    [writer.service, writer.submitter, writeRecord(record)],
  );
  return BigInt(rows[0]!["id"] as string);
}

/** Where an action stands in its service's log; undefined while it is not acknowledged, or when it was refused. */
export async function entryOf(
  client: Queryable,
  id: bigint,
): Promise<{ readonly index: number } | undefined> {
  const { rows } = await client.query(
    `SELECT first_index + array_position(ids, $1::bigint) - 1 AS index FROM action_outbox.batch
     WHERE ids @> ARRAY[$1::bigint] AND first_index IS NOT NULL`,
    [String(id)],
  );
  return rows[0] && { index: Number(rows[0]["index"]) };
}
