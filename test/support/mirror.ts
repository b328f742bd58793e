import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startService, type Service } from "../../scripts/platform/service.ts";
import { startDemo, type DemoFixture } from "./demo-fixture.ts";
import { createDatabase, type TestDatabase } from "./postgres.ts";

export interface MirrorFixture {
  demo: DemoFixture;
  database: TestDatabase;
  /** The indexer, in a process of its own, following the chain. */
  indexer: Service;
  /** Resolves when the mirror holds `block` and everything that the documents say. */
  reaches(block: number): Promise<void>;
  stop(): Promise<void>;
}

/** The demonstration on its chain (or `demo`), and its mirror in a database of its own (or `given`), at the head. */
export async function startMirror(demo?: DemoFixture, given?: TestDatabase): Promise<MirrorFixture> {
  const fixture = demo ?? (await startDemo());
  const database = given ?? (await createDatabase());
  const indexer = await startService({
    name: "indexer",
    script: "indexer/main.ts",
    env: {
      RPC_URL: fixture.chain.rpcUrl,
      WS_URL: fixture.chain.wsUrl,
      DATABASE_URL: database.url,
      DEPLOYMENT: fixture.deploymentFile,
      DATA_DIR: fixture.directory,
    },
    log: join(fixture.directory, "indexer.log"),
  });
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => undefined);
  await client.connect();
  const pending = `SELECT FROM mirror.brief WHERE state = 'pending' UNION ALL SELECT FROM mirror.import_reading WHERE state = 'pending'
    UNION ALL SELECT FROM mirror.log_reading WHERE state = 'pending'`;
  const reaches = async (block: number) => {
    for (;;) {
      const { rows } = await client.query<{ done: boolean }>(
        `SELECT block >= $1 AND NOT EXISTS (${pending}) AS done FROM mirror.checkpoint`,
        [block],
      );
      if (rows[0]?.done) return;
      await sleep(20);
    }
  };
  await reaches(await fixture.provider.getBlockNumber());
  return {
    demo: fixture,
    database,
    indexer,
    reaches,
    stop: async () => {
      await client.end().catch(() => undefined);
      await indexer.stop();
      await database.drop();
      if (!demo) await fixture.stop();
    },
  };
}
