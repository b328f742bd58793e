import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import { readEntries } from "./entries.ts";

/** A request that was answered before. */
export interface Earlier {
  readonly log: number;
  readonly firstIndex: number;
  readonly count: number;
  /** clientSeq of its first record */
  readonly firstSeq: number;
  readonly bodyDigest: Buffer;
  readonly keyHash: Buffer;
}

interface Row {
  readonly log: number;
  readonly first_index: Int8;
  readonly count: number;
  readonly first_seq: Int8;
  readonly body_digest: Buffer;
  readonly key_hash: Buffer;
}

const COLUMNS = "log, first_index, count, first_seq, body_digest, key_hash";

const earlierOf = (row: Row | undefined): Earlier | undefined =>
  row && {
    log: row.log,
    firstIndex: Number(row.first_index),
    count: row.count,
    firstSeq: Number(row.first_seq),
    bodyDigest: row.body_digest,
    keyHash: row.key_hash,
  };

/** The request whose promise begins at this index. */
export async function readEarlier(
  database: Queryable,
  log: number,
  firstIndex: number,
): Promise<Earlier | undefined> {
  const { rows } = await database.query<Row>(
    `SELECT ${COLUMNS} FROM intake.promise WHERE log = $1 AND first_index = $2`,
    [log, firstIndex],
  );
  return earlierOf(rows[0]);
}

/** The writer's last request whose first number is not above this one. */
export async function findEarlier(
  database: Queryable,
  writer: number,
  clientSeq: number,
): Promise<Earlier | undefined> {
  const { rows } = await database.query<Row>(
    `SELECT ${COLUMNS} FROM intake.promise WHERE writer = $1 AND first_seq <= $2 ORDER BY first_seq DESC LIMIT 1`,
    [writer, clientSeq],
  );
  return earlierOf(rows[0]);
}

/** Where in the log the record with this number of an earlier request stands; null for a number that was declared missing. */
export async function indexOfSequence(
  database: Queryable,
  { log, firstIndex, count }: Earlier,
  clientSeq: number,
): Promise<number | null> {
  for await (const { index, bytes } of readEntries(database, log, firstIndex, firstIndex + count)) {
    const record = JSON.parse(Buffer.from(bytes).toString("utf8")) as ActionRecord;
    if (record.clientSeq === clientSeq) return index;
  }
  return null;
}
