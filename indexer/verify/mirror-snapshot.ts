import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { FatalError } from "../errors/index.ts";
import type { JournalState } from "../source/types.ts";
import { connectionSettings, MIRROR } from "../store/pool.ts";
import { schemaFingerprint } from "../store/schema/print.ts";

/** Key of the advisory lock that keeps two verifications from using one scratch schema; any constant of ours. */
const LOCK = 0x76657269;
/** A document that was anchored a moment ago is given this long to be read (milliseconds). */
const SETTLE_WITHIN = 15_000;

const hex = (bytes: Buffer) => `0x${bytes.toString("hex")}`;

/** What the mirror says of itself. */
export interface Claim {
  readonly chainId: number;
  readonly deploymentId: string;
  readonly genesisHash: string;
  readonly block: number;
  readonly blockHash: string;
  /** Unix seconds */
  readonly blockTimestamp: bigint;
  /** newest block that the indexer heard of */
  readonly head: number;
  readonly halted: { readonly code: string; readonly message: string } | null;
}

/** The mirror as it stood at one moment, while its indexer goes on. */
export class MirrorSnapshot {
  readonly client: pg.Client;
  readonly claim: Claim;

  private constructor(client: pg.Client, claim: Claim) {
    this.client = client;
    this.claim = claim;
  }

  /**
   * @throws FatalError VERIFY_RUNNING, VERIFY_NO_MIRROR, VERIFY_OTHER_VERSION; errors of the database pass through
   */
  static async open(url: string, signal: AbortSignal): Promise<MirrorSnapshot> {
    const client = new pg.Client({ ...connectionSettings(url), application_name: "prongsai-verify" });
    client.on("error", () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ free: boolean; mirror: string | null }>(
        "SELECT pg_try_advisory_lock($1) AS free, to_regclass($2)::text AS mirror",
        [LOCK, `${MIRROR}.checkpoint`],
      );
      if (!rows[0]!.free) throw new FatalError("VERIFY_RUNNING");
      if (rows[0]!.mirror === null) throw new FatalError("VERIFY_NO_MIRROR");
      await settled(client, signal);
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return new MirrorSnapshot(client, await readClaim(client));
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** The journals as the mirror shows them. */
  async journals(): Promise<Map<string, JournalState>> {
    const { rows } = await this.client.query<{ contract: string; count: bigint; root: Buffer }>(
      `SELECT contract, count, root FROM ${MIRROR}.journal`,
    );
    return new Map(rows.map(({ contract, count, root }) => [contract, { count, root: hex(root) }]));
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** Waits while documents are being read for the first time. */
async function settled(client: pg.Client, signal: AbortSignal): Promise<void> {
  const pending = ["brief", "import_reading", "log_reading"]
    .map((table) => `SELECT FROM ${MIRROR}.${table} WHERE state = 'pending'`)
    .join(" UNION ALL ");
  const deadline = performance.now() + SETTLE_WITHIN;
  while (performance.now() < deadline) {
    const { rowCount } = await client.query(`${pending} LIMIT 1`);
    if (rowCount === 0) return;
    await sleep(100, undefined, { signal });
  }
}

async function readClaim(client: pg.Client): Promise<Claim> {
  const { rows } = await client.query<{
    schema_fingerprint: string;
    chain_id: bigint;
    deployment_id: string;
    genesis_hash: Buffer;
    block: bigint;
    block_hash: Buffer;
    block_timestamp: bigint;
    head: bigint;
    halted: Claim["halted"];
  }>(`SELECT * FROM ${MIRROR}.checkpoint`);
  const row = rows[0];
  if (!row) throw new FatalError("VERIFY_NO_MIRROR");
  if (row.schema_fingerprint !== schemaFingerprint()) throw new FatalError("VERIFY_OTHER_VERSION");
  return {
    chainId: Number(row.chain_id),
    deploymentId: row.deployment_id,
    genesisHash: hex(row.genesis_hash),
    block: Number(row.block),
    blockHash: hex(row.block_hash),
    blockTimestamp: row.block_timestamp,
    head: Number(row.head),
    halted: row.halted,
  };
}
