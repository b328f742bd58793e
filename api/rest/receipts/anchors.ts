import type { Database } from "../../read/sql/database.ts";
import { sql } from "../../read/sql/sql.ts";
import { hex, seconds } from "../../read/sql/values.ts";
import type { Anchor, ChainCosigner } from "../../../sdk/log/receipt/index.ts";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";

/** A head of a log as the mirror has it. */
export type MirroredHead = Omit<AnchoredGrowth, "fromRoot"> & Omit<Anchor, "chainId" | "contract">;

interface Row {
  readonly name: string;
  readonly size: bigint;
  readonly first_index: bigint;
  readonly root: Buffer;
  readonly bundle: Buffer;
  readonly block: bigint;
  readonly tx_hash: Buffer;
  readonly timestamp: bigint;
}

const HEAD = sql`SELECT s.name, a.size, a.first_index, a.root, a.bundle, a.block, a.tx_hash, a.timestamp
  FROM log_anchor a JOIN service s ON s.service = a.service`;

function headOf(row: Row | undefined): MirroredHead | undefined {
  if (!row) return;
  const size = Number(row.size);
  return {
    ...{ service: row.name, from: Number(row.first_index), to: size, size, root: hex(row.root) },
    ...{ bundle: hex(row.bundle), block: Number(row.block), txHash: hex(row.tx_hash) },
    blockTime: seconds(row.timestamp),
  };
}

/** The first anchored head of a service with at least so many entries. */
export async function firstHead(
  database: Database,
  service: string,
  size: number,
): Promise<MirroredHead | undefined> {
  const query = sql`${HEAD} WHERE s.name = ${service} AND a.size >= ${size} ORDER BY a.size LIMIT 1`;
  return headOf((await database.rows<Row>(query))[0]);
}

/** The largest anchored size of a service; 0 when nothing is anchored. */
export async function anchoredSize(database: Database, service: string): Promise<number> {
  const [row] = await database.rows<{ size: bigint }>(
    sql`SELECT h.size FROM log_head h JOIN service s ON s.service = h.service WHERE s.name = ${service}`,
  );
  return Number(row?.size ?? 0);
}

/** The first of them that a witness cosigned. */
export async function firstCosigned(
  database: Database,
  service: string,
  size: number,
): Promise<MirroredHead | undefined> {
  const query = sql`${HEAD} WHERE s.name = ${service} AND a.size = (
    SELECT min(c.size) FROM log_cosignature c JOIN log_anchor b ON b.service = c.service AND b.size = c.size
    WHERE c.service = a.service AND c.size >= ${size})`;
  return headOf((await database.rows<Row>(query))[0]);
}

export async function cosignersOf(
  database: Database,
  service: string,
  size: number,
): Promise<ChainCosigner[]> {
  const rows = await database.rows<Pick<Row, "block" | "tx_hash"> & { agency: number; officer: Buffer }>(
    sql`SELECT c.agency, c.officer, c.tx_hash, c.block FROM log_cosignature c JOIN service s ON s.service = c.service
      WHERE s.name = ${service} AND c.size = ${size} ORDER BY c.block, c.log_index LIMIT 1000`,
  );
  return rows.map(({ agency, officer, tx_hash, block }) => ({
    ...{ agency, officer: hex(officer), txHash: hex(tx_hash), block: Number(block) },
  }));
}

/** Address of the ActionLog, lower case. */
export async function contractAddress(database: Database): Promise<string> {
  const rows = await database.rows<{ address: Buffer }>(
    sql`SELECT address FROM journal WHERE contract = 'ActionLog'`,
  );
  return hex(rows[0]!.address);
}

/** Ed25519 keys of a service's checkpoints, of all times. */
export async function checkpointKeys(database: Database, service: string): Promise<Buffer[]> {
  const rows = await database.rows<{ public_key: Buffer }>(
    sql`SELECT k.public_key FROM service_key k JOIN service s ON s.service = k.service
      WHERE s.name = ${service} AND k.use = 1 AND k.algorithm = 0`,
  );
  return rows.map(({ public_key }) => public_key);
}
