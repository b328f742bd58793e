import { join } from "node:path";
import { freePort } from "../../scripts/platform/free-port.ts";
import { startService, type Service } from "../../scripts/platform/service.ts";
import { startMirror, type MirrorFixture } from "./mirror.ts";

export interface ApiFixture {
  mirror: MirrorFixture;
  /** The API, in a process of its own. */
  service: Service;
  /** Another process in its place, at the same address: it remembers no answer. */
  restart(): Promise<void>;
  /** `http://127.0.0.1:port` */
  url: string;
  /** Path of its log. */
  log: string;
  /** Asks GraphQL; the whole answer, errors included. */
  ask<Data = Record<string, unknown>>(query: string, variables?: object): Promise<GraphqlAnswer<Data>>;
  stop(): Promise<void>;
}

export interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: { message: string; path?: unknown[]; extensions: { code: string } & Record<string, unknown> }[];
}

/**
 * The API over the demonstration and its mirror (or `mirror`), as in production; without a limit of requests unless `env`
 * sets one.
 */
export async function startApi({
  mirror,
  env = {},
}: { mirror?: MirrorFixture; env?: NodeJS.ProcessEnv } = {}): Promise<ApiFixture> {
  const own = mirror ?? (await startMirror());
  const port = await freePort();
  const log = join(own.demo.directory, `api-${port}.log`);
  const start = () =>
    startService({
      name: "API",
      script: "api/main.ts",
      log,
      env: {
        HOST: "127.0.0.1",
        PORT: String(port),
        RPC_URL: own.demo.chain.rpcUrl,
        DATABASE_URL: own.database.url,
        DEPLOYMENT: own.demo.deploymentFile,
        DATA_DIR: own.demo.directory,
        REQUESTS_PER_MINUTE: "1000000",
        ...env,
      },
    });
  const url = `http://127.0.0.1:${port}`;
  let service = await start();
  return {
    mirror: own,
    get service() {
      return service;
    },
    restart: async () => {
      await service.stop();
      service = await start();
    },
    url,
    log,
    ask: async (query, variables) => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphqlAnswer<never>;
    },
    stop: async () => {
      await service.stop();
      if (!mirror) await own.stop();
    },
  };
}
