import { ProngsaiError } from "../../../sdk/errors.ts";
import { bundleCid, openBundle } from "../../../sdk/log/bundle/index.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import { CID } from "multiformats/cid";
import { createProvenance } from "../../store/copy-rows.ts";
import { action } from "../../store/tables/log/actions.ts";
import { Staging } from "../batch/staging.ts";
import { due, postpone, transaction } from "../work.ts";
import type { Work } from "../work.ts";
import { actionRow, dayOf } from "./rows.ts";

/** Anchors that are looked up at once. */
const AT_ONCE = 500;

/** An anchor whose bundle has not been read, and the one before it. */
interface Pending {
  readonly service: Buffer;
  readonly number: number;
  readonly name: string;
  readonly size: bigint;
  readonly first_index: bigint;
  readonly first_action: bigint;
  readonly root: Buffer;
  /** null before the first anchor */
  readonly from_root: Buffer | null;
  readonly bundle: Buffer;
  readonly block: bigint;
  readonly tx_hash: Buffer;
  readonly log_index: number;
  readonly timestamp: bigint;
}

const hex = (bytes: Buffer) => `0x${bytes.toString("hex")}`;
const EMPTY_ROOT = hex(Buffer.from(merkleRoot([])));
/** What stands before the SHA-256 in the CID of a raw block: version, codec, hash, length. */
const RAW_BLOCK = "'\\x01551220'::bytea";

/**
 * Reads what was published with the anchors and is not read yet, each anchor in one transaction: its entries, their
 * number by day, and that it was read.
 *
 * @returns whether any row changed
 */
export async function readPendingBundles(work: Work): Promise<boolean> {
  let changed = false;
  for (let last = -1n; ;) {
    const { rows } = await work.client.query<Pending>(
      `SELECT a.*, s.number, s.name, b.root AS from_root FROM log_reading r
       JOIN log_anchor a ON a.service = r.service AND a.size = r.size JOIN service s ON s.service = a.service
       LEFT JOIN log_anchor b ON b.service = a.service AND b.size = a.first_index
       WHERE r.state IN ('pending', 'unavailable') AND ${due(`(${RAW_BLOCK} || a.bundle)`)} AND a.first_action > $1
       ORDER BY a.first_action LIMIT ${AT_ONCE}`,
      [last],
    );
    for (const anchor of rows) {
      work.signal.throwIfAborted();
      await readAnchor(work, anchor);
      last = anchor.first_action;
      changed = true;
    }
    if (rows.length < AT_ONCE) return changed;
  }
}

async function readAnchor(work: Work, anchor: Pending): Promise<void> {
  try {
    await transaction(work, () => load(work, anchor));
  } catch (error) {
    if (work.signal.aborted || !(error instanceof ProngsaiError)) throw error;
    if (/^DOCUMENT_/.test(error.code)) {
      await setState(work, anchor, "unavailable", error.code);
      return await postpone(work, Buffer.from(CID.parse(bundleCid(hex(anchor.bundle))).bytes), error);
    }
    work.problem(error);
    await setState(work, anchor, "contradicted", error.code);
  }
}

async function load(work: Work, anchor: Pending): Promise<void> {
  const { client } = work;
  const { manifest, entries } = await openBundle(work, {
    service: anchor.name,
    from: Number(anchor.first_index),
    fromRoot: anchor.from_root ? hex(anchor.from_root) : EMPTY_ROOT,
    to: Number(anchor.size),
    root: hex(anchor.root),
    bundle: hex(anchor.bundle),
  });
  const provenance = createProvenance()({
    block: anchor.block,
    txHash: hex(anchor.tx_hash),
    logIndex: anchor.log_index,
    timestamp: anchor.timestamp,
  });
  const staging = new Staging(client);
  const days = new Map<string, { readonly day: number; readonly type: string; count: number }>();
  for await (const entry of entries()) {
    const id = anchor.first_action + BigInt(entry.index) - anchor.first_index;
    const row = actionRow(id, anchor, entry);
    staging.add(action, row, provenance);
    const day = dayOf(row.ts);
    const key = `${day} ${row.type}`;
    const counted = days.get(key);
    if (counted) counted.count++;
    else days.set(key, { day, type: row.type, count: 1 });
    await staging.flushWhenFull();
  }
  await staging.flush();
  await finish(work, anchor, [...days.values()], manifest.checkpoint);
}

async function finish(
  { client }: Work,
  { service, size, number }: Pending,
  days: readonly { readonly day: number; readonly type: string; readonly count: number }[],
  checkpoint: string,
): Promise<void> {
  // Whoever takes the anchor back (a reorganisation) waits until this is committed, or has taken it back already.
  const held = await client.query("SELECT FROM log_anchor WHERE service = $1 AND size = $2 FOR KEY SHARE", [
    service,
    size,
  ]);
  if (held.rowCount === 0) throw new Error(`an anchor of service ${number} was taken back while it was read`);
  await client.query(
    `INSERT INTO action_day (service, day, type, count)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::bigint[])
     ON CONFLICT (service, day, type) DO UPDATE SET count = action_day.count + excluded.count`,
    [number, days.map(({ day }) => day), days.map(({ type }) => type), days.map(({ count }) => count)],
  );
  await client.query(
    `UPDATE log_reading SET state = 'complete', error = NULL, checkpoint = $3 WHERE service = $1 AND size = $2`,
    [service, size, checkpoint],
  );
}

async function setState(
  { client }: Work,
  { service, size }: Pending,
  state: string,
  error: string,
): Promise<void> {
  await client.query("UPDATE log_reading SET state = $3, error = $4 WHERE service = $1 AND size = $2", [
    ...[service, size],
    ...[state, error],
  ]);
}
