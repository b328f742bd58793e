/**
 * The API process: GraphQL, REST, exports and pages on one port. Settings by environment: see settings.ts. Tells its owner
 * `{type: "ready", port}` when it serves, `{type: "fatal", code, message, mend, texts}` when it cannot; ends at SIGTERM after
 * what is being answered, and when its owner does.
 */
import "./server/production.ts";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { endedBy, fatalMessage } from "../sdk/process-end.ts";
import { createLogger } from "../sdk/process-log.ts";
import { apiError } from "./errors/api-error.ts";
import { LedgerGateway } from "./gateway/ledger-gateway.ts";
import { Intake } from "./intake/intake.ts";
import { openIntake } from "./intake/open.ts";
import { HeadFollower } from "./read/heads.ts";
import { LedgerHead } from "./read/ledger-head.ts";
import { ReadDatabase } from "./read/sql/database.ts";
import { createApp } from "./server/app.ts";
import { openPort } from "./server/port.ts";
import { readApiSettings } from "./settings.ts";
import { WebhookRegistry } from "./webhooks/store/registry.ts";

/** One statement may take this long (milliseconds). */
const STATEMENT_TIMEOUT = 10_000;
/** What is being answered may end within this time (milliseconds). */
const SETTLE_WITHIN = 3_000;

const logger = createLogger("api");
const tell = (message: object) => process.connected && process.send!(message);

async function main(): Promise<void> {
  const settings = readApiSettings(process.env);
  const database = new ReadDatabase(settings.databaseUrl, {
    connections: settings.connections,
    statementTimeout: STATEMENT_TIMEOUT,
  });
  const heads = new HeadFollower(settings.databaseUrl);
  const ledger = new LedgerHead(settings.rpcUrl);
  const intake = openIntake(settings, { heads, ledger }, logger);
  const registry = new WebhookRegistry(settings.databaseUrl, settings.deployment.deploymentId);
  const webhooks = { services: intake.services, registry, reach: { loopback: settings.webhookLoopback } };
  const gateway = new LedgerGateway(settings);
  const registries = intake.metrics ? [intake.metrics.registry] : [];
  const app = createApp({ ...settings, database, heads, ledger, gateway, webhooks, registries, logger });
  // Actions come by the thousand in a second: in front of Express, which costs as much as all the rest together.
  const server = openPort({
    answer: (request, response, waits) => {
      if (Intake.takes(request)) return void intake.handle(request, response, waits);
      if (waits) response.writeContinue();
      app(request, response);
    },
    proxies: settings.proxies,
    ...(settings.connectionsAtOnce && { connections: settings.connectionsAtOnce }),
  });
  const stop = async () => {
    const closed = server.listening ? once(server, "close") : undefined;
    server.close();
    setTimeout(() => server.closeAllConnections(), SETTLE_WITHIN).unref();
    server.closeIdleConnections();
    await intake.close();
    ledger.close();
    await heads.close();
    // Before the database: a reader who still waits for a connection of it would wait in vain.
    await closed;
    await Promise.all([database.end(), registry.close()]);
    if (process.connected) process.disconnect();
  };
  let stopping: Promise<void> | undefined;
  for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const)
    process.once(event, () => void (stopping ??= stop()));

  server.listen(settings.port, settings.host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? apiError("PORT_IN_USE", { port: settings.port }, error) : error;
  });
  await heads.start();
  ledger.start();
  await intake.start();
  const { port } = server.address() as AddressInfo;
  logger.info({ port }, "serving");
  tell({ type: "ready", port });
}

try {
  await main();
} catch (error) {
  const end = endedBy(error, "API_FAILED");
  logger.fatal({ code: end.code, ...(end === error ? {} : { error }) }, end.message);
  tell(fatalMessage(end));
  process.exit(1);
}
