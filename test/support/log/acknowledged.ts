/** Writes entries where the intake writes them, in one transaction, as it would acknowledge them. */
import pg from "pg";
import { readLogs } from "../../../api/intake/read/logs.ts";
import { LogTiles } from "../../../api/intake/read/tiles.ts";
import { prepareStore } from "../../../api/intake/store/prepare.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { keccak256 } from "../../../sdk/keccak.ts";
import { TILE_WIDTH, buildEntryBundle } from "../../../sdk/log/tiles/index.ts";
import { TiledTree } from "../../../sdk/log/tree/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";

export const serviceId = (name: string): string => toHex(keccak256(new TextEncoder().encode(name)));

/** The acknowledged logs of one deployment, in one database. */
export class Acknowledged {
  readonly client: pg.Client;
  readonly #deploymentId: string;
  #group = 0;

  private constructor(client: pg.Client, deploymentId: string) {
    this.client = client;
    this.#deploymentId = deploymentId;
  }

  static async open(databaseUrl: string, deploymentId: string): Promise<Acknowledged> {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => undefined);
    await client.connect();
    await prepareStore(client);
    return new Acknowledged(client, deploymentId);
  }

  async log(name: string) {
    return (await readLogs(this.client, this.#deploymentId)).find((log) => log.name === name);
  }

  /**
   * Appends entries (canonical JSON of records), promised by `deadline` (Unix seconds).
   *
   * @param change whatever else the same transaction does
   * @returns size and root afterwards
   */
  async append(
    name: string,
    entries: readonly Uint8Array[],
    deadline: number,
    change: (log: number) => Promise<unknown> = async () => undefined,
  ): Promise<{ readonly size: number; readonly root: string }> {
    await this.client.query("BEGIN");
    const { log, size } = (await this.log(name)) ?? (await this.#begin(name));
    const tree = await this.#write(log, size, entries);
    await this.#promise({
      log,
      firstIndex: size,
      count: entries.length,
      root: merkleRoot(entries.map(leafHash)),
      deadline,
    });
    await this.client.query("UPDATE intake.log SET size = $2, root = $3, deadline = $4 WHERE log = $1", [
      ...[log, tree.size, tree.root(), deadline],
    ]);
    await change(log);
    await this.client.query("COMMIT");
    return { size: tree.size, root: toHex(tree.root()) };
  }

  async #write(log: number, size: number, entries: readonly Uint8Array[]): Promise<TiledTree> {
    const tiles: unknown[][] = [];
    const tree = await TiledTree.resume(new LogTiles(this.client, log), size, (tile, bytes, root) =>
      tiles.push([log, tile.level, tile.index, Buffer.from(root), Buffer.from(bytes)]),
    );
    for (const entry of entries) tree.append(leafHash(entry));
    for (let at = 0; at < entries.length; at += TILE_WIDTH) {
      const some = entries.slice(at, at + TILE_WIDTH);
      await this.client.query(
        "INSERT INTO intake.entries (log, first_index, count, records) VALUES ($1, $2, $3, $4)",
        [log, size + at, some.length, buildEntryBundle(some)],
      );
    }
    for (const tile of tiles)
      await this.client.query(
        "INSERT INTO intake.tile (log, level, index, root, hashes) VALUES ($1, $2, $3, $4, $5)",
        tile,
      );
    return tree;
  }

  async #begin(name: string): Promise<{ log: number; size: number }> {
    const { rows } = await this.client.query<{ log: number }>(
      `INSERT INTO intake.log (log, deployment, service, name, size, root, deadline) OVERRIDING SYSTEM VALUE
       SELECT coalesce(max(log), 0) + 1, $1, $2, $3, 0, $4, 0 FROM intake.log RETURNING log`,
      [fromHex(this.#deploymentId), fromHex(serviceId(name)), name, merkleRoot([])],
    );
    return { log: rows[0]!.log, size: 0 };
  }

  async #promise(given: {
    log: number;
    firstIndex: number;
    count: number;
    root: Uint8Array;
    deadline: number;
  }) {
    const { log, firstIndex, count, root, deadline } = given;
    const group = ++this.#group;
    await this.client.query("INSERT INTO intake.promise_group VALUES ($1, $2, $3, $4, $5, $6, $7)", [
      group,
      deadline - 60,
      Buffer.alloc(20),
      Buffer.alloc(65),
      [log],
      [firstIndex],
      [firstIndex + count],
    ]);
    await this.client.query(
      `INSERT INTO intake.promise (first_index, first_seq, group_id, deadline, writer, count, log, leaves_root, body_digest, key_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        firstIndex,
        firstIndex + 1,
        group,
        deadline,
        log,
        count,
        log,
        root,
        Buffer.alloc(32),
        Buffer.alloc(16),
      ],
    );
  }
}
