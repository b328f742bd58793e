import express from "express";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { HeadFollower } from "../../../../api/read/heads.ts";
import { readsOf } from "../../../../api/read/open.ts";
import { ReadDatabase } from "../../../../api/read/sql/database.ts";
import type { Gateway } from "../../../../api/gateway/gateway.ts";
import { restRouter } from "../../../../api/rest/index.ts";
import type { RestSettings } from "../../../../api/rest/index.ts";

export interface RestHost {
  readonly url: string;
  readonly database: ReadDatabase;
  readonly heads: HeadFollower;
  /** What was logged as an error of ours. */
  readonly errors: readonly string[];
  /** @returns the answer's JSON with its status and headers */
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  stop(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Answers have many shapes; each test says what it expects.
  readonly json: Record<string, unknown> & { data: never; page: never; meta: never };
}

/** The REST side over a mirror, on a free port, through Express as in production. */
export async function hostRest(
  databaseUrl: string,
  gateway: Gateway,
  settings: RestSettings = { requestsPerMinute: 1_000_000 },
): Promise<RestHost> {
  const database = new ReadDatabase(databaseUrl, { connections: 8, statementTimeout: 10_000 });
  const heads = new HeadFollower(databaseUrl, 100);
  await heads.start();
  const errors: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void errors.push(line) });
  const app = express();
  app.disable("x-powered-by");
  app.use(restRouter({ reads: readsOf(database, heads), database, heads, gateway, settings, logger }));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    database,
    heads,
    errors,
    get: async (path, headers = {}) => {
      const response = await fetch(url + path, { headers: { "Accept-Language": "en", ...headers } });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
      const json = (
        isJson && !/ndjson/.test(response.headers.get("Content-Type")!) ? JSON.parse(text) : {}
      ) as Answered["json"];
      return { status: response.status, headers: response.headers, text, json };
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await heads.close();
      await database.end();
    },
  };
}
