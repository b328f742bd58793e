import { fromHex } from "../../../sdk/hex.ts";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import type { Queryable } from "../../intake/store/queryable.ts";
import { pauseAfter } from "../deliver/pause.ts";
import { PAUSE_AFTER_HOURS } from "./subscription.ts";

/** A webhook with something to send. */
export interface Due {
  readonly id: string;
  readonly url: string;
  readonly from: number;
  /** where the attempts before this one ended */
  readonly to: number | null;
  readonly failures: number;
  readonly isPaused: boolean;
  readonly service: string;
  readonly number: number;
}

interface Row {
  readonly id: string;
  readonly url: string;
  readonly next_index: string;
  readonly sending_to: string | null;
  readonly failures: number;
  readonly is_paused: boolean;
  readonly name: string;
  readonly number: number;
}

const DUE = `SELECT s.id, s.url, s.next_index, s.sending_to, s.failures, m.name, m.number,
    coalesce(s.failing_since < now() - interval '${PAUSE_AFTER_HOURS} hours', false) AS is_paused
  FROM webhook.subscription s
  JOIN mirror.service m ON m.service = s.service
  JOIN mirror.log_head h ON h.service = s.service
  WHERE s.deployment = $1 AND s.next_attempt <= now() AND s.next_index < h.size AND s.id <> ALL ($3::uuid[])
    AND EXISTS (SELECT FROM mirror.checkpoint c WHERE c.deployment_id = $2)
  ORDER BY s.next_attempt LIMIT $4`;

/**
 * Webhooks whose next attempt is due, the longest due first.
 *
 * @param busy ids of those that are being sent to
 */
export async function readDue(
  database: Queryable,
  deploymentId: string,
  busy: readonly string[],
  limit: number,
): Promise<Due[]> {
  const deployment = Buffer.from(fromHex(deploymentId, 32));
  const { rows } = await database.query<Row>(DUE, [deployment, deploymentId, busy, limit]);
  return rows.map(({ id, url, next_index, sending_to, failures, is_paused, name, number }) => ({
    ...{ id, url, failures, number },
    from: Number(next_index),
    to: sending_to === null ? null : Number(sending_to),
    isPaused: is_paused,
    service: name,
  }));
}

/** Only a cursor that is where it was is moved: a service may have set it elsewhere meanwhile. */
const AT = "WHERE id = $1 AND next_index = $2";

/** Writes down what is going to be sent. @returns whether it still is to be sent */
export async function begin(database: Queryable, { id, from }: Due, to: number): Promise<boolean> {
  const sql = `UPDATE webhook.subscription SET sending_to = $3 ${AT} RETURNING id`;
  return (await database.query(sql, [id, from, to])).rows.length === 1;
}

/** The receiver has everything before `to`. */
export async function advance(database: Queryable, { id, from }: Due, to: number): Promise<void> {
  await database.query(
    `UPDATE webhook.subscription SET next_index = $3, sending_to = NULL, delivered_at = now(), failures = 0,
       failing_since = NULL, failure = NULL, failure_status = NULL, next_attempt = now() ${AT}`,
    [id, from, to],
  );
}

/** Nothing to send yet: what is anchored was not read by the mirror. */
export async function postpone(database: Queryable, { id, from }: Due): Promise<void> {
  await database.query(`UPDATE webhook.subscription SET next_attempt = now() + interval '1 second' ${AT}`, [
    id,
    from,
  ]);
}

/** An attempt failed; the next one comes after a pause. */
export async function fail(
  database: Queryable,
  { id, from, failures, isPaused }: Due,
  { code, details }: ProngsaiError,
): Promise<void> {
  const pause = pauseAfter(failures + 1, isPaused, Math.random());
  await database.query(
    `UPDATE webhook.subscription SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
       failure = $3, failure_status = $4, next_attempt = now() + interval '1 second' * $5 ${AT}`,
    [id, from, code, details["status"] ?? null, pause],
  );
}
