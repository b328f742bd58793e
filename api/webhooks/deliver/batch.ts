import { createHash } from "node:crypto";
import { toHex } from "../../../sdk/hex.ts";
import type { Queryable } from "../../intake/store/queryable.ts";

/** Entries of one delivery, and bytes of their records; one entry is always sent. */
const MOST_ENTRIES = 100;
const MOST_BYTES = 512 * 1_024;

/** Consecutive entries of a service's log from `from` on, as they are sent. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly body: Buffer;
}

interface Row {
  readonly index: string;
  readonly leaf: Buffer;
  readonly record: string;
}

const SELECT = `SELECT index, leaf, record FROM mirror.action
  WHERE service = $1 AND index >= $2 AND ($3::bigint IS NULL OR index < $3) ORDER BY index LIMIT ${MOST_ENTRIES}`;

export interface Wanted {
  readonly subscription: string;
  /** name of the service, and the mirror's number of it */
  readonly service: string;
  readonly number: number;
  readonly from: number;
  /** where an earlier attempt ended: every attempt sends the same */
  readonly to: number | null;
}

/** Rows up to the first hole, and as many as fit. */
function fitting(rows: readonly Row[], from: number): Row[] {
  const taken: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row.record);
    if (Number(row.index) !== from + taken.length || (taken.length > 0 && bytes > MOST_BYTES)) break;
    taken.push(row);
  }
  return taken;
}

/**
 * The next entries to send; undefined as long as the mirror has not read them. A record goes as a string, so that its
 * bytes, of which the leaf is made, arrive as they are.
 */
export async function readBatch(database: Queryable, wanted: Wanted): Promise<Batch | undefined> {
  const { subscription, service, number, from, to } = wanted;
  const { rows } = await database.query<Row>(SELECT, [number, from, to]);
  const taken = fitting(rows, from);
  const end = from + taken.length;
  if (taken.length === 0 || (to !== null && end !== to)) return undefined;
  const entries = taken.map(({ leaf, record }, at) => ({ index: from + at, leaf: toHex(leaf), record }));
  return {
    from,
    to: end,
    body: Buffer.from(JSON.stringify({ subscription, service, from, to: end, entries })),
  };
}

/** The same for every attempt to send these entries to this webhook. */
export const idempotencyKeyOf = (subscription: string, { from, to, body }: Batch): string =>
  `${subscription}-${from}-${to}-${createHash("sha256").update(body).digest("hex").slice(0, 16)}`;
