import type { ActionRecord } from "../record/index.ts";
import type { Unnumbered, Writer } from "../client/writer.ts";
import type { Queryable } from "./database.ts";

/** Numbered records of a writer that are to be sent, always in the same bytes. */
export interface Batch {
  readonly firstSeq: number;
  readonly ids: readonly bigint[];
  readonly records: readonly ActionRecord[];
  readonly idempotencyKey: string;
}

/** `busy`: another sender has the open batch. `nothing`: no action waits. */
export type Next = Batch | "busy" | "nothing";

export interface BatchLimits {
  /** most records of a batch, 1 to 1,000 */
  readonly records: number;
  /** characters of JSON after which a batch takes no further record */
  readonly characters: number;
  /** seconds for which a batch is one sender's */
  readonly lease: number;
}

type WriterName = Pick<Writer, "service" | "submitter">;

/** Whose outbox is sent; with the agency that answers for the service, for records that were logged with another one. */
export type SendingWriter = WriterName & Partial<Pick<Writer, "agency">>;

/** The writer's next number, its row locked until the transaction ends. */
async function lockWriter(client: Queryable, { service, submitter }: WriterName): Promise<number> {
  await client.query(
    "INSERT INTO action_outbox.writer (service, submitter, next_seq) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING",
    [service, submitter],
  );
  const { rows } = await client.query(
    "SELECT next_seq FROM action_outbox.writer WHERE service = $1 AND submitter = $2 FOR UPDATE",
    [service, submitter],
  );
  return Number(rows[0]!["next_seq"]);
}

async function leaseOpen(client: Queryable, writer: WriterName, lease: number): Promise<Next | undefined> {
  const { rows } = await client.query(
    `SELECT first_seq, ids, idempotency_key, records, leased_until > clock_timestamp() AS leased
     FROM action_outbox.batch WHERE service = $1 AND submitter = $2 AND first_index IS NULL`,
    [writer.service, writer.submitter],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (row["leased"] === true) return "busy";
  await client.query(
    `UPDATE action_outbox.batch SET leased_until = clock_timestamp() + make_interval(secs => $3)
     WHERE service = $1 AND submitter = $2 AND first_index IS NULL`,
    [writer.service, writer.submitter, lease],
  );
  return {
    firstSeq: Number(row["first_seq"]),
    ids: (row["ids"] as string[]).map(BigInt),
    records: JSON.parse(row["records"] as string) as ActionRecord[],
    idempotencyKey: row["idempotency_key"] as string,
  };
}

/** How many of these texts fit into a batch; at least one. */
function fitting(texts: readonly string[], characters: number): number {
  let sum = 0;
  const over = texts.findIndex((text) => (sum += text.length) > characters);
  return over === -1 ? texts.length : Math.max(1, over);
}

/** Takes the writer's oldest waiting actions off the queue. */
async function takeWaiting(client: Queryable, { service, submitter }: WriterName, limits: BatchLimits) {
  const { rows } = await client.query(
    "SELECT id, record FROM action_outbox.waiting WHERE service = $1 AND submitter = $2 ORDER BY id LIMIT $3",
    [service, submitter, limits.records],
  );
  const taken = rows.slice(
    0,
    fitting(
      rows.map(({ record }) => record as string),
      limits.characters,
    ),
  );
  const ids = taken.map(({ id }) => id as string);
  if (ids.length > 0)
    await client.query("DELETE FROM action_outbox.waiting WHERE id = ANY($1::bigint[])", [ids]);
  return taken.map(({ id, record }) => ({
    id: BigInt(id as string),
    record: JSON.parse(record as string) as Unnumbered,
  }));
}

/**
 * The batch that is to be sent next, leased to the caller: the one that is not acknowledged yet, else a new one of what
 * waits. Numbers are given here, in the order in which the actions were logged, and are durable before they are sent.
 */
export async function nextBatch(
  client: Queryable,
  writer: SendingWriter,
  limits: BatchLimits,
): Promise<Next> {
  const firstSeq = await lockWriter(client, writer);
  const open = await leaseOpen(client, writer, limits.lease);
  if (open) return open;
  const taken = await takeWaiting(client, writer, limits);
  if (taken.length === 0) return "nothing";
  // Settings that were corrected count for what was logged before.
  const { agency } = writer;
  const records = taken.map(({ record }, n): ActionRecord => ({
    ...record,
    ...(agency !== undefined && { agency }),
    clientSeq: firstSeq + n,
  }));
  const batch = { firstSeq, ids: taken.map(({ id }) => id), records, idempotencyKey: crypto.randomUUID() };
  await client.query(
    `INSERT INTO action_outbox.batch (service, submitter, first_seq, ids, idempotency_key, records, leased_until)
     VALUES ($1, $2, $3, $4::bigint[], $5, $6, clock_timestamp() + make_interval(secs => $7))`,
    [
      ...[writer.service, writer.submitter, firstSeq, batch.ids.map(String), batch.idempotencyKey],
      ...[JSON.stringify(records), limits.lease],
    ],
  );
  await setNextSeq(client, writer, firstSeq + records.length);
  return batch;
}

export async function setNextSeq(
  client: Queryable,
  { service, submitter }: WriterName,
  next: number,
): Promise<void> {
  await client.query("UPDATE action_outbox.writer SET next_seq = $3 WHERE service = $1 AND submitter = $2", [
    ...[service, submitter, next],
  ]);
}

/**
 * The open batch with this key, its writer locked; undefined when another sender has finished or changed it meanwhile.
 */
export async function lockBatch(
  client: Queryable,
  writer: WriterName,
  idempotencyKey: string,
): Promise<boolean> {
  await lockWriter(client, writer);
  const { rows } = await client.query(
    `SELECT 1 FROM action_outbox.batch
     WHERE service = $1 AND submitter = $2 AND first_index IS NULL AND idempotency_key = $3`,
    [writer.service, writer.submitter, idempotencyKey],
  );
  return rows.length > 0;
}
