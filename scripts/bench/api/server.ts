import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../platform/free-port.ts";
import { startPostgres } from "../../platform/postgres.ts";
import { startService } from "../../platform/service.ts";
import { cpuSeconds, cpuSecondsOfFamily } from "../indexer/procfs.ts";

export interface BenchedApi {
  readonly url: string;
  /** Seconds of processor time used so far. */
  cpu(): { api: number; database: number; client: number };
  stop(): Promise<void>;
}

/** PostgreSQL, filled, and the API over it as in production, each in processes of their own. No chain is asked. */
export async function startBenchedApi(fill: (databaseUrl: string) => Promise<void>): Promise<BenchedApi> {
  const directory = mkdtempSync(join(tmpdir(), "prongsai-bench-api-"));
  const postgres = await startPostgres({ directory, database: "bench", durable: false });
  try {
    await fill(postgres.url);
    const server = Number(readFileSync(join(directory, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
    const port = await freePort();
    const deployment = join(directory, "deployment.json");
    const deploymentId = `0x${"11".repeat(32)}`;
    writeFileSync(deployment, JSON.stringify({ chainId: 31_337, deploymentId, contracts: {} }));
    const service = await startService({
      name: "API",
      script: "api/main.ts",
      log: join(directory, "api.log"),
      env: {
        HOST: "127.0.0.1",
        PORT: String(port),
        DATABASE_URL: postgres.url,
        RPC_URL: "http://127.0.0.1:9",
        DEPLOYMENT: deployment,
        DATA_DIR: directory,
        REQUESTS_PER_MINUTE: "1000000000",
      },
    });
    return {
      url: `http://127.0.0.1:${port}`,
      cpu: () => ({
        api: cpuSeconds(service.child.pid!),
        database: cpuSecondsOfFamily(server),
        client: cpuSeconds(process.pid),
      }),
      stop: async () => {
        await service.stop();
        await postgres.stop();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}
