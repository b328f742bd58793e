/** A reader of the mirror as the API is one: each answer in one transaction, the checkpoint first. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** One answer: what the checkpoint says, and what the tables held in the same transaction. */
export interface Seen {
  block: number;
  hash: string;
  genesis: string;
  /** newest block, null when there is none */
  newest: number | null;
  /** blocks that do not follow the one before */
  alien: number;
  events: number;
  /** of all journals together */
  entries: number;
}

export interface Reading {
  seen: Seen[];
  /** Resolves with the first answer from now on that is so; rejects when reading fails. */
  until(met: (seen: Seen) => boolean): Promise<Seen>;
  stop(): Promise<void>;
}

const CHECKPOINT = `SELECT block::int, '0x' || encode(block_hash, 'hex') AS hash, encode(genesis_hash, 'hex') AS genesis
  FROM mirror.checkpoint`;
const TABLES = `SELECT (SELECT max(number)::int FROM mirror.block) AS newest,
  (SELECT count(*)::int FROM mirror.block b JOIN mirror.block a ON a.number = b.number - 1 WHERE a.hash <> b.parent_hash) AS alien,
  (SELECT count(*)::int FROM mirror.event) AS events,
  (SELECT coalesce(sum(count), 0)::int FROM mirror.journal) AS entries`;

/** Several readers that ask without a pause. */
export function readAllTheTime(url: string, readers = 3): Reading {
  const seen: Seen[] = [];
  let stopped = false;
  async function read(): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      while (!stopped) {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        const checkpoint = await client.query<Seen>(CHECKPOINT);
        await client.query("SELECT pg_sleep(0.01)");
        const tables = await client.query<Seen>(TABLES);
        await client.query("COMMIT");
        seen.push({ ...checkpoint.rows[0]!, ...tables.rows[0]! });
      }
    } finally {
      await client.end();
    }
  }
  let failure: unknown;
  const running = Promise.all(Array.from({ length: readers }, read)).catch((error: unknown) => {
    failure = error;
    stopped = true;
  });
  return {
    seen,
    until: async (met) => {
      for (let at = seen.length; ; await sleep(5)) {
        for (; at < seen.length; at++) if (met(seen[at]!)) return seen[at]!;
        if (failure) throw failure as Error;
      }
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
