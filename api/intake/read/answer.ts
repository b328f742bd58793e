import { toHex } from "../../../sdk/hex.ts";
import { signedBefore } from "../../../sdk/log/promise/signed.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";
import type { PromiseStatement } from "../../../sdk/log/promise/statement.ts";
import { leafHash } from "../../../sdk/merkle.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import { readEntries } from "./entries.ts";

interface PromiseRow {
  readonly log: number;
  readonly first_index: Int8;
  readonly count: number;
  readonly leaves_root: Buffer;
  readonly deadline: Int8;
  readonly service: Buffer;
  readonly name: string;
  readonly issued_at: Int8;
  readonly signature: Buffer;
}

/** All promises of the group of one, in the order in which they were signed. */
const GROUP = `SELECT p.log, p.first_index, p.count, p.leaves_root, p.deadline, l.service, l.name, g.issued_at, g.signature
  FROM intake.promise one
  JOIN intake.promise_group g ON g.id = one.group_id
  CROSS JOIN LATERAL unnest(g.logs, g.sizes_before, g.sizes_after) WITH ORDINALITY
    AS grown(log, before, after, place)
  JOIN intake.promise p ON p.log = grown.log AND p.first_index >= grown.before AND p.first_index < grown.after
  JOIN intake.log l ON l.log = p.log
  WHERE one.log = $1 AND one.first_index = $2
  ORDER BY grown.place, p.first_index`;

const statementOf = (row: PromiseRow): PromiseStatement => ({
  service: toHex(row.service),
  firstIndex: Number(row.first_index),
  count: row.count,
  leavesRoot: toHex(row.leaves_root),
  issuedAt: Number(row.issued_at),
  deadline: Number(row.deadline),
});

/**
 * The answer that a request was given, made anew from what is stored; undefined when no promise begins at this index.
 *
 * @param log number in the intake's tables
 */
export async function readAnswer(
  database: Queryable,
  log: number,
  firstIndex: number,
): Promise<LogAnswer | undefined> {
  const { rows } = await database.query<PromiseRow>(GROUP, [log, firstIndex]);
  const place = rows.findIndex((row) => row.log === log && Number(row.first_index) === firstIndex);
  const row = rows[place];
  if (!row) return undefined;
  const promise = signedBefore(rows.map(statementOf), toHex(row.signature))[place]!;
  const leaves: string[] = [];
  for await (const { bytes } of readEntries(database, log, firstIndex, firstIndex + row.count))
    leaves.push(toHex(leafHash(bytes)));
  const { count, deadline } = promise.statement;
  return { service: row.name, firstIndex, count, leaves, deadline, promise };
}
