import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { FatalError } from "../errors/index.ts";
import type { Batch, BlockMark, Journals } from "../mirror/batch.ts";
import type { JournalState } from "../source/types.ts";
import { writeKeyed } from "./keyed.ts";
import { CHANNEL } from "./notice.ts";
import type { Notice } from "./notice.ts";
import { connectionSettings, MIRROR } from "./pool.ts";
import { rollBack } from "./roll-back.ts";
import { readingIndexes } from "./schema/ddl.ts";
import { copy, sendAll } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { historyName } from "./schema/table.ts";
import { creation, schemaFingerprint } from "./schema/print.ts";
import { TAKE_LOCK } from "./lock.ts";
import { allTables } from "./tables/index.ts";

/** What makes a mirror another one. */
export interface Identity {
  readonly chainId: number;
  readonly deploymentId: string;
  /** hash of block 0 */
  readonly genesisHash: string;
}

export interface Checkpoint {
  readonly block: number;
  /** hash of that block, `0x…` */
  readonly hash: string;
  readonly caughtUp: boolean;
  /** whether the mirror stopped on an error that nothing has been written since */
  readonly halted: boolean;
}

/** A checkpoint, and why what was there was thrown away for it; nothing was when there was nothing. */
export interface Prepared {
  readonly checkpoint: Checkpoint;
  readonly rebuilt?: string;
}

/** The row of `checkpoint` as JSON: also that of another version, whose columns may be others. */
interface Stored {
  readonly schema_fingerprint?: string;
  readonly chain_id: number;
  readonly deployment_id: string;
  readonly genesis_hash: string;
  readonly block: number;
  readonly block_hash: string;
  readonly caught_up: boolean;
  readonly halted: object | null;
}

/** Every table of a mirror. */
const relations = [
  ...["checkpoint", "document_fetch"],
  ...allTables.flatMap((table) =>
    table.kind === "versioned" ? [table.name, historyName(table)] : [table.name],
  ),
];

/** A predecessor that was killed keeps its lock until the server notices: it looks every 500 ms. */
const LOCK_WITHIN = 3_000;
const hex = (bytes: Buffer) => `0x${bytes.toString("hex")}`;
/** Bytes as JSON of PostgreSQL writes them: `\\x…`. */
const fromJson = (text: string) => `0x${text.slice(2)}`;
const bytea = (text: string) => Buffer.from(text.slice(2), "hex");

/** What makes the mirror that is there another one than is wanted; undefined when nothing does. */
function difference(stored: Stored, { chainId, deploymentId, genesisHash }: Identity): string | undefined {
  if (stored.schema_fingerprint !== schemaFingerprint()) return "it was built by another version";
  if (stored.chain_id !== chainId) return `it is of chain ${stored.chain_id}, the node's is ${chainId}`;
  if (fromJson(stored.genesis_hash) !== genesisHash) return "the chain has another genesis block";
  if (stored.deployment_id !== deploymentId) return "the deployment is another one";
  return undefined;
}

const checkpointOf = ({ block, block_hash, caught_up, halted }: Stored): Checkpoint => ({
  block,
  hash: fromJson(block_hash),
  caughtUp: caught_up,
  halted: halted !== null,
});

/** Bytes, `0x…`, as a constant. */
const literal = (bytes: string) => `'\\x${bytes.slice(2)}'::bytea`;

const announcement = (notice: Notice) =>
  `SELECT pg_notify('${CHANNEL}', ${pg.escapeLiteral(JSON.stringify(notice))})`;

function writeJournals(journals: Journals, block: number, timestamp: number): Statement {
  const rows = [...journals].map(([name, { address, count, root }]) => {
    const folded = literal(root);
    const columns = [pg.escapeLiteral(name), literal(address), count, folded, count, folded];
    return `(${[...columns, true, block, timestamp].join(", ")})`;
  });
  return {
    sql: `INSERT INTO journal VALUES ${rows.join(", ")}
      ON CONFLICT (contract) DO UPDATE SET address = excluded.address, count = excluded.count, root = excluded.root,
        chain_count = excluded.chain_count, chain_root = excluded.chain_root, matches = excluded.matches,
        verified_block = excluded.verified_block, verified_timestamp = excluded.verified_timestamp`,
  };
}

/** The only one that writes the mirror: one connection that holds the lock, one transaction for each batch. */
export class Writer {
  readonly #client: pg.Client;
  readonly #schema: string;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(client: pg.Client, schema: string) {
    this.#client = client;
    this.#schema = schema;
  }

  /**
   * Connects and takes the lock, which falls when the connection does.
   * @throws FatalError INDEX_LOCKED
   */
  static async open(url: string, schema: string, onLost: (error: Error) => void): Promise<Writer> {
    const client = new pg.Client({
      ...connectionSettings(url, schema),
      application_name: "prongsai-indexer",
      keepAlive: true,
    });
    client.on("error", onLost);
    await client.connect();
    // What a crash of the server could lose is read from the chain again: rows and checkpoint are lost together.
    await client.query("SET synchronous_commit = off");
    await client.query("SET client_min_messages = warning");
    // Whatever this connection is doing ends soon after this process died, and the lock with it.
    await client.query("SET client_connection_check_interval = 500");
    const deadline = performance.now() + LOCK_WITHIN;
    while (!(await Writer.#lock(client, schema))) {
      if (performance.now() > deadline) {
        await client.end();
        throw new FatalError("INDEX_LOCKED");
      }
      await sleep(100);
    }
    return new Writer(client, schema);
  }

  static async #lock(client: pg.Client, schema: string): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>(TAKE_LOCK, [schema]);
    return rows[0]!.locked;
  }

  /** The mirror's checkpoint; a mirror of another chain, deployment or schema, or none, is begun anew. */
  async prepare(identity: Identity, first: number): Promise<Prepared> {
    const stored = await this.#stored();
    const rebuilt = stored && (difference(stored, identity) ?? (await this.missing()));
    const checkpoint = stored && !rebuilt ? checkpointOf(stored) : await this.rebuild(identity, first);
    return { checkpoint, rebuilt };
  }

  /** What of the mirror was dropped, for a person to read; undefined when all of it is there. */
  missing(): Promise<string | undefined> {
    return this.#serially(async () => {
      const { rows } = await this.#client.query<{ name: string }>(
        "SELECT name FROM unnest($2::text[]) AS name WHERE to_regclass(format('%I.%I', $1::text, name)) IS NULL LIMIT 1",
        [this.#schema, relations],
      );
      return rows[0] && `its table ${rows[0].name} is not there any more`;
    });
  }

  /** Begins an empty mirror in place of whatever is there. */
  async rebuild(identity: Identity, first: number): Promise<Checkpoint> {
    await this.#transaction(async () => {
      // Readers look at the checkpoint first: whoever reads has its whole answer from the old mirror, or from the new.
      const replaces = await this.#hasCheckpoint();
      if (replaces) await this.#client.query("LOCK TABLE checkpoint");
      await this.#client.query(`DROP SCHEMA IF EXISTS "${this.#schema}" CASCADE`);
      await this.#client.query(`CREATE SCHEMA "${this.#schema}"`);
      await this.#client.query(creation());
      await this.#client.query(
        `INSERT INTO checkpoint (schema_fingerprint, chain_id, deployment_id, genesis_hash, block, block_hash, block_timestamp, head)
         VALUES ($1, $2, $3, $4, $5, '', 0, 0)`,
        [
          schemaFingerprint(),
          identity.chainId,
          identity.deploymentId,
          bytea(identity.genesisHash),
          first - 1,
        ],
      );
      if (replaces) await this.#announce({ kind: "rollback", block: first - 1, head: first - 1 });
    });
    return { block: first - 1, hash: "0x", caughtUp: false, halted: false };
  }

  /** Writes rows, journals and checkpoint in one transaction and announces it. */
  write({ appended, keyed, journals }: Batch, last: BlockMark, head: number): Promise<void> {
    const { number: to, hash, timestamp } = last;
    const notice: Notice = { kind: "blocks", block: to, head };
    const statements: Statement[] = [
      { sql: "BEGIN" },
      ...[...appended.values()].map(({ target, columns, rows }) =>
        copy(`"${target}" (${columns})`, rows.pieces()),
      ),
      ...[...keyed.values()].flatMap(writeKeyed),
      writeJournals(journals, to, timestamp),
      {
        sql: `UPDATE checkpoint SET block = ${to}, block_hash = ${literal(hash)}, block_timestamp = ${timestamp},
          head = greatest(head, ${head}), halted = NULL`,
      },
      ...(this.#schema === MIRROR ? [{ sql: announcement(notice) }] : []),
      { sql: "COMMIT" },
    ];
    return this.#serially(async () => {
      try {
        await sendAll(this.#client, statements);
      } catch (error) {
        await this.#client.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  /** Takes back everything after a block; returns what is left of the journals. */
  rollBack(block: number, head: number): Promise<Map<string, JournalState>> {
    return this.#transaction(async () => {
      await rollBack(this.#client, block, head);
      await this.#announce({ kind: "rollback", block, head });
      return await this.#readJournals();
    });
  }

  /** Makes the indexes for reading, once, and says that the mirror has reached the head. */
  async caughtUp(): Promise<void> {
    await this.#serially(async () => {
      await this.#client.query("SET maintenance_work_mem = '256MB'");
      for (const { sql } of allTables.flatMap(readingIndexes)) await this.#client.query(sql);
      await this.#client.query(`ANALYZE ${allTables.map(({ name }) => `"${name}"`).join(", ")}`);
      await this.#client.query("UPDATE checkpoint SET caught_up = true");
    });
  }

  journals(): Promise<Map<string, JournalState>> {
    return this.#serially(() => this.#readJournals());
  }

  /** Hash of a block of the mirror, undefined when it has none of this number. */
  blockHash(number: number): Promise<string | undefined> {
    return this.#serially(async () => {
      const { rows } = await this.#client.query<{ hash: Buffer }>(
        "SELECT hash FROM block WHERE number = $1",
        [number],
      );
      return rows[0] && hex(rows[0].hash);
    });
  }

  /** Takes the reason of a halt away, when the mirror stands at the head again and had nothing to write. */
  resumed(): Promise<void> {
    return this.#transaction(async () => {
      const { rows } = await this.#client.query<{ block: bigint; head: bigint }>(
        "UPDATE checkpoint SET halted = NULL RETURNING block, head",
      );
      await this.#announce({ kind: "blocks", block: Number(rows[0]!.block), head: Number(rows[0]!.head) });
    });
  }

  /** Leaves the reason of a halt where readers find it. */
  halted(error: { code: string; message: string; mend: string }): Promise<void> {
    return this.#serially(async () => {
      const { code, message, mend } = error;
      const { rows } = await this.#client.query<{ block: bigint; head: bigint }>(
        "UPDATE checkpoint SET halted = $1 RETURNING block, head",
        [JSON.stringify({ code, message, mend })],
      );
      if (!rows[0]) return;
      await this.#announce({ kind: "halted", block: Number(rows[0].block), head: Number(rows[0].head) });
    });
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    await this.#client.end();
  }

  async #hasCheckpoint(): Promise<boolean> {
    const { rows } = await this.#client.query<{ there: boolean }>(
      "SELECT to_regclass($1) IS NOT NULL AS there",
      [`${this.#schema}.checkpoint`],
    );
    return rows[0]!.there;
  }

  async #stored(): Promise<Stored | undefined> {
    if (!(await this.#hasCheckpoint())) return undefined;
    const { rows } = await this.#client.query<{ row: Stored }>("SELECT to_jsonb(c) AS row FROM checkpoint c");
    return rows[0]?.row;
  }

  async #readJournals(): Promise<Map<string, JournalState>> {
    const { rows } = await this.#client.query<{ contract: string; count: bigint; root: Buffer }>(
      "SELECT contract, count, root FROM journal",
    );
    return new Map(rows.map(({ contract, count, root }) => [contract, { count, root: hex(root) }]));
  }

  async #announce(notice: Notice): Promise<void> {
    if (this.#schema !== MIRROR) return;
    await this.#client.query(announcement(notice));
  }

  #transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#serially(async () => {
      await this.#client.query("BEGIN");
      try {
        const result = await work();
        await this.#client.query("COMMIT");
        return result;
      } catch (error) {
        await this.#client.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  #serially<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
