import type { Request, RequestHandler, Response } from "express";
import { IS_LOCKED } from "../../../indexer/store/lock.ts";
import type { Head, Heads } from "../../read/heads.ts";
import type { LedgerHead } from "../../read/ledger-head.ts";
import type { ReadDatabase } from "../../read/sql/database.ts";
import { raw } from "../../read/sql/sql.ts";
import type { Registry } from "prom-client";
import type { Metrics } from "./metrics.ts";

/** Alive: the process answers. Nothing else is asked. */
export const health: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").json({ status: "alive" });
};

/** Blocks that may come while one is being written. */
const NEAR = 3;

/** Why the API should get no visitors yet; null when it may. */
function reasonOf(head: Head, due: number): string | null {
  if (head.block < 0) return "INDEX_ABSENT";
  if (head.halted !== null) return head.halted;
  if (!head.caughtUp || head.lag > NEAR) return "INDEX_CATCHING_UP";
  // By its own word an index that hangs stands at the head.
  if (head.block < due) return "INDEX_BEHIND";
  if (head.failing !== null) return head.failing;
  return null;
}

/** Ready: the database answers, an indexer runs and stands at the head. 503 with the reason otherwise. */
export function ready(heads: Heads, ledger: LedgerHead, database: ReadDatabase): RequestHandler {
  return async (_request: Request, response: Response) => {
    const head = heads.current;
    const reason =
      reasonOf(head, ledger.due) ??
      (await database
        .for(AbortSignal.timeout(2_000))
        .rows<{ held: boolean }>(raw(IS_LOCKED))
        .then(([lock]) => (lock?.held ? null : "INDEX_NOT_RUNNING"))
        .catch(() => "DATABASE_UNREACHABLE"));
    response
      .status(reason === null ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({
        status: reason === null ? "ready" : "not ready",
        reason,
        block: head.block,
        head: head.head,
        lag: head.lag,
      });
  };
}

/** @param others of what else this process does */
export function metricsPage({ registry }: Metrics, others: readonly Registry[]): RequestHandler {
  return async (_request, response) => {
    response
      .set("Cache-Control", "no-store")
      .type(registry.contentType)
      .send((await Promise.all([registry, ...others].map((one) => one.metrics()))).join("\n"));
  };
}
