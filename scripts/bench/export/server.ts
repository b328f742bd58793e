// The REST side in a process of its own, whose memory is measured. Tells its parent {url}, and {rss, cpu} every 50 ms.
import express from "express";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { HeadFollower } from "../../../api/read/heads.ts";
import { LedgerHead } from "../../../api/read/ledger-head.ts";
import { readsOf } from "../../../api/read/open.ts";
import { ReadDatabase } from "../../../api/read/sql/database.ts";
import { restRouter } from "../../../api/rest/index.ts";
import { WebhookRegistry } from "../../../api/webhooks/store/registry.ts";
import { FolderDocuments } from "../../../sdk/documents/index.ts";

const databaseUrl = process.env.DATABASE_URL!;
const database = new ReadDatabase(databaseUrl, { connections: 8, statementTimeout: 10_000 });
const heads = new HeadFollower(databaseUrl);
await heads.start();
// No node is there to be asked.
const ledger = new LedgerHead("");
const gateway = { submit: () => Promise.reject(new Error("exports only")) };
const app = express();
const logger = pino({ level: "warn" });
const documents = new FolderDocuments(join(tmpdir(), "prongsai-bench-no-documents"));
const reads = readsOf(database, heads);
const registry = new WebhookRegistry(databaseUrl, `0x${"00".repeat(32)}`);
const webhooks = { services: undefined, registry, reach: { loopback: false } };
app.use(
  restRouter({
    reads,
    database,
    heads,
    ledger,
    gateway,
    documents,
    webhooks,
    registries: [],
    settings: {},
    logger,
  }),
);
const server = app.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send!({ url: `http://127.0.0.1:${port}` });
});
setInterval(() => {
  if (!process.connected) return;
  const { user, system } = process.cpuUsage();
  process.send!({ rss: process.memoryUsage.rss(), cpu: (user + system) / 1000 }, () => undefined);
}, 50).unref();
process.once("disconnect", () => process.exit());
