import { toHex } from "../../../sdk/hex.ts";
import type { Statement } from "../../../indexer/store/statements.ts";
import { TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import type { Writer } from "../logs/service-log.ts";
import { packEntries } from "../store/piece.ts";
import { erasedBy } from "../check/own-entries.ts";
import { additions, entriesTable, erasedTable, promiseTable, tileTable } from "../store/tables.ts";
import type { Group, LogGrowth, PromiseSigner } from "./group.ts";

/** Bytes, or `0x…`, as a constant. */
function literal(bytes: Uint8Array | string): string {
  return `'\\x${(typeof bytes === "string" ? bytes : toHex(bytes)).slice(2)}'::bytea`;
}

/** Names and labels have no quotation marks: the contract lets none through. Source: contracts/lib/AsciiNames.sol. */
function quoted(text: string): string {
  if (!/^[a-z0-9.-]+$/.test(text)) throw new TypeError("a name that no contract would take");
  return `'${text}'`;
}

const array = (numbers: readonly number[], type: string) => `'{${numbers.join(",")}}'::${type}[]`;

function writeLogs(growths: readonly LogGrowth[], deployment: string): string {
  const rows = growths.map(({ log, after, root }) => {
    const fixed = [log.number, literal(deployment), literal(log.service), quoted(log.name)];
    return `(${[...fixed, after, literal(root), log.deadline].join(", ")})`;
  });
  return `INSERT INTO intake.log (log, deployment, service, name, size, root, deadline) VALUES ${rows.join(", ")}
    ON CONFLICT (log) DO UPDATE SET size = excluded.size, root = excluded.root, deadline = excluded.deadline`;
}

/** Each writer once, with the number after the last one that it has in the group. */
function writeWriters(growths: readonly LogGrowth[]): string {
  const next = new Map<Writer, string>();
  for (const { log, given } of growths)
    for (const { pending } of given) {
      const { writer, records } = pending;
      const after = records.at(-1)!.record.clientSeq + 1;
      next.set(writer, `(${writer.number}, ${after}, ${log.number}, ${quoted(writer.submitter)})`);
    }
  return `INSERT INTO intake.writer (writer, next_seq, log, submitter) VALUES ${[...next.values()].join(", ")}
    ON CONFLICT (writer) DO UPDATE SET next_seq = excluded.next_seq`;
}

function writeGroup({ id, issuedAt, growths, promises }: Group, { account }: PromiseSigner): string {
  const values = [
    id,
    issuedAt,
    literal(account),
    literal(promises[0]!.signature),
    array(
      growths.map(({ log }) => log.number),
      "smallint",
    ),
    array(
      growths.map(({ before }) => before),
      "bigint",
    ),
    array(
      growths.map(({ after }) => after),
      "bigint",
    ),
  ];
  return `INSERT INTO intake.promise_group (id, issued_at, gateway, signature, logs, sizes_before, sizes_after)
    VALUES (${values.join(", ")})`;
}

function* pieces({ growths }: Group) {
  for (const { log, before, entries } of growths)
    for (let at = 0; at < entries.length; at += TILE_WIDTH) {
      const piece = entries.slice(at, at + TILE_WIDTH);
      yield {
        first_index: before + at,
        count: piece.length,
        log: log.number,
        records: packEntries(piece),
      };
    }
}

function* tiles({ growths }: Group) {
  for (const { log, tiles: full } of growths)
    for (const { tile, bytes, root } of full)
      yield { index: tile.index, log: log.number, level: tile.level as number, root, hashes: bytes };
}

function* erasures({ growths }: Group) {
  for (const { log, given: ofLog } of growths)
    for (const { pending } of ofLog)
      for (const { record } of pending.records) {
        const index = erasedBy(record);
        if (index !== undefined) yield { index, log: log.number };
      }
}

function* given({ id, growths }: Group) {
  for (const { log, given: ofLog } of growths)
    for (const { pending, statement, leavesRoot } of ofLog)
      yield {
        first_index: statement.firstIndex,
        first_seq: pending.records[0]!.record.clientSeq,
        group_id: id,
        deadline: statement.deadline,
        writer: pending.writer.number,
        count: statement.count,
        log: log.number,
        leaves_root: leavesRoot,
        body_digest: pending.bodyDigest,
        key_hash: pending.keyHash,
      };
}

/**
 * The statements that make a group durable; sent together they are one transaction.
 *
 * @param deployment id of the ledger's deployment, `0x…`
 */
export function groupStatements(group: Group, signer: PromiseSigner, deployment: string): Statement[] {
  return [
    { sql: "BEGIN" },
    { sql: writeLogs(group.growths, deployment) },
    { sql: writeWriters(group.growths) },
    { sql: writeGroup(group, signer) },
    ...additions(promiseTable, given(group)),
    ...additions(entriesTable, pieces(group)),
    ...additions(tileTable, tiles(group)),
    ...additions(erasedTable, erasures(group)),
    { sql: "COMMIT" },
  ];
}
