import pg from "pg";
import { DocumentReader } from "../documents/reader.ts";
import { follow } from "../mirror/follow.ts";
import type { OnRetry } from "../source/retry.ts";
import { connectionSettings } from "../store/pool.ts";
import type { VerifyOptions } from "./index.ts";

/** PostgreSQL schema in which the mirror is built a second time; nobody else reads or writes it. */
export const SCRATCH = "mirror_check";

/** Builds a mirror from chain and documents alone, up to a block, beside the one that is verified. */
export async function buildScratch(
  { databaseUrl, rpcUrl, deployment, documents, signal, onProgress, onProblem }: VerifyOptions,
  until: number,
  onRetry: OnRetry,
): Promise<void> {
  await dropScratch(databaseUrl);
  let events = 0;
  await follow({
    ...{ rpcUrl, databaseUrl, deployment, until, signal, onRetry },
    schema: SCRATCH,
    onBatch: (batch) => {
      events += batch.events;
      onProgress?.({ phase: "chain", block: batch.block, until, events });
    },
  });
  signal.throwIfAborted();
  onProgress?.({ phase: "documents" });
  const reader = new DocumentReader(databaseUrl, documents, signal, SCRATCH);
  reader.on("problem", (error) => onProblem?.(error));
  await reader.readAll();
}

/** Takes the second mirror away, also what an earlier verification left that was killed. */
export async function dropScratch(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ ...connectionSettings(databaseUrl), application_name: "prongsai-verify" });
  await client.connect();
  try {
    await client.query("SET client_min_messages = warning");
    await client.query(`DROP SCHEMA IF EXISTS "${SCRATCH}" CASCADE`);
  } finally {
    await client.end();
  }
}

export async function openScratch(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...connectionSettings(databaseUrl, SCRATCH),
    application_name: "prongsai-verify",
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
