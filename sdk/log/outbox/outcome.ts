import type { Problem } from "../client/submission-error.ts";
import type { Writer } from "../client/writer.ts";
import { gapDeclared } from "../common/index.ts";
import type { SignedPromise } from "../promise/signed.ts";
import { toHex } from "../../hex.ts";
import { recordLeaf } from "../record/index.ts";
import type { ActionRecord } from "../record/index.ts";
import { schemaCid } from "../catalogue/schema-document.ts";
import { lockBatch, setNextSeq } from "./batch.ts";
import type { Batch } from "./batch.ts";
import type { Queryable } from "./database.ts";

type WriterName = Pick<Writer, "service" | "submitter">;

/** Keeps the promise; the log has the records now. */
export async function acknowledge(
  client: Queryable,
  { service, submitter }: WriterName,
  { idempotencyKey, records }: Batch,
  promise: SignedPromise,
): Promise<void> {
  const leaves = records.map((record) => toHex(recordLeaf(record)));
  await client.query(
    `UPDATE action_outbox.batch SET first_index = $4, promise = $5::jsonb, leaves = $6::jsonb, records = NULL, problem = NULL
     WHERE service = $1 AND submitter = $2 AND idempotency_key = $3 AND first_index IS NULL`,
    [
      ...[service, submitter, idempotencyKey, promise.statement.firstIndex],
      ...[JSON.stringify(promise), JSON.stringify(leaves)],
    ],
  );
}

/** Lets the batch wait for the next attempt, and says why. */
export async function release(
  client: Queryable,
  { service, submitter }: WriterName,
  { idempotencyKey }: Batch,
  problem: Problem | null,
): Promise<void> {
  await client.query(
    `UPDATE action_outbox.batch SET leased_until = clock_timestamp(), problem = $4::jsonb
     WHERE service = $1 AND submitter = $2 AND idempotency_key = $3 AND first_index IS NULL`,
    [service, submitter, idempotencyKey, problem && JSON.stringify(problem)],
  );
}

/** Puts other records in the place of a batch that was refused as a whole: other bytes, hence another key. */
async function replace(
  client: Queryable,
  writer: WriterName,
  before: Batch,
  after: Pick<Batch, "firstSeq" | "ids" | "records">,
): Promise<void> {
  await client.query(
    `UPDATE action_outbox.batch SET first_seq = $4, ids = $5::bigint[], records = $6, idempotency_key = $7,
       leased_until = clock_timestamp(), problem = NULL
     WHERE service = $1 AND submitter = $2 AND idempotency_key = $3 AND first_index IS NULL`,
    [
      ...[writer.service, writer.submitter, before.idempotencyKey, after.firstSeq, after.ids.map(String)],
      ...[JSON.stringify(after.records), crypto.randomUUID()],
    ],
  );
  await setNextSeq(client, writer, after.records.at(-1)!.clientSeq + 1);
}

/** That a number will never come, said by the number after it. */
function gap({ clientSeq, ...refused }: ActionRecord): ActionRecord {
  const { v, service, agency, submitter } = refused;
  return {
    ...{ v, service, agency, submitter, clientSeq: clientSeq + 1 },
    type: gapDeclared.type,
    schema: schemaCid(gapDeclared),
    ts: new Date().toISOString(),
    subject: null,
    actor: { role: "outbox" },
    data: { from: clientSeq, to: clientSeq, reason: "refusedByLog" },
  };
}

/**
 * Sets a record aside that the log will never take. Its number is declared missing, so that everybody sees that there was
 * one; the records after it move on by one.
 */
export async function setAside(
  client: Queryable,
  writer: WriterName,
  batch: Batch,
  at: number,
  problem: Problem,
): Promise<void> {
  if (!(await lockBatch(client, writer, batch.idempotencyKey))) return;
  const refused = batch.records[at]!;
  await client.query(
    `INSERT INTO action_outbox.refused (id, service, submitter, record, problem) VALUES ($1, $2, $3, $4, $5::jsonb)
     ON CONFLICT DO NOTHING`,
    [
      ...[String(batch.ids[at]), writer.service, writer.submitter],
      ...[JSON.stringify(refused), JSON.stringify(problem)],
    ],
  );
  const later = batch.records.slice(at + 1);
  // Each of them one further: the gap's own record has the number after the refused one's.
  const moved = later.map((record) => ({ ...record, clientSeq: record.clientSeq + 1 }));
  await replace(client, writer, batch, {
    firstSeq: batch.firstSeq,
    ids: batch.ids.with(at, 0n),
    records: [...batch.records.slice(0, at), gap(refused), ...moved],
  });
}

/** Gives the batch's records the numbers from `from` on; those of a declared gap with them. */
export async function renumber(
  client: Queryable,
  writer: WriterName,
  batch: Batch,
  from: number,
): Promise<void> {
  if (!(await lockBatch(client, writer, batch.idempotencyKey))) return;
  const records = batch.records
    .filter(({ type }) => type !== gapDeclared.type)
    .map((record, n) => ({ ...record, clientSeq: from + n }));
  const ids = batch.ids.filter((id) => id !== 0n);
  await replace(client, writer, batch, { firstSeq: from, ids, records });
}

/** Gives the batch's records the agency of the writer's settings, which were corrected after the batch was made. */
export async function changeAgency(
  client: Queryable,
  writer: WriterName,
  batch: Batch,
  agency: number,
): Promise<void> {
  if (!(await lockBatch(client, writer, batch.idempotencyKey))) return;
  const { firstSeq, ids } = batch;
  const records = batch.records.map((record) => ({ ...record, agency }));
  await replace(client, writer, batch, { firstSeq, ids, records });
}

/** Whether the log has ever acknowledged anything of this outbox's writer. */
export async function hasAcknowledged(
  client: Queryable,
  { service, submitter }: WriterName,
): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT 1 FROM action_outbox.batch WHERE service = $1 AND submitter = $2 AND first_index IS NOT NULL LIMIT 1",
    [service, submitter],
  );
  return rows.length > 0;
}
