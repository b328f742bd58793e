import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../../../sdk/deployment.ts";
import { abis } from "../../../../sdk/generated/abi/index.ts";
import { journalEvents, registerNames } from "../../../../sdk/registers.ts";

const schema = `import { onchainTable } from "ponder";

export const ledgerEvent = onchainTable("ledger_event", (t) => ({
  id: t.text().primaryKey(),
  block: t.bigint().notNull(),
  logIndex: t.integer().notNull(),
  timestamp: t.bigint().notNull(),
  transaction: t.hex().notNull(),
  contract: t.text().notNull(),
  name: t.text().notNull(),
  arguments: t.text().notNull(),
}));
`;

/** One handler for all events: each becomes one row, with its arguments as JSON. */
const handlers = `import { ponder } from "ponder:registry";
import { ledgerEvent } from "ponder:schema";
import contracts from "../contracts.json";

const text = (value) => JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item));

for (const [contract, { events }] of Object.entries(contracts)) {
  for (const name of events) {
    ponder.on(\`\${contract}:\${name}\`, async ({ event, context }) => {
      await context.db
        .insert(ledgerEvent)
        .values({
          id: event.id,
          block: event.block.number,
          logIndex: event.log.logIndex,
          timestamp: event.block.timestamp,
          transaction: event.transaction.hash,
          contract,
          name,
          arguments: text(event.args),
        })
        .onConflictDoNothing();
    });
  }
}
`;

/** Ponder does not start without an application, and an application is not measured here. */
const api = `import { Hono } from "hono";

export default new Hono();
`;

const config = `import { createConfig } from "ponder";
import contracts from "./contracts.json";

export default createConfig({
  chains: { ledger: { id: Number(process.env.CHAIN_ID), rpc: process.env.CHAIN_URL } },
  contracts: Object.fromEntries(
    Object.entries(contracts).map(([name, { abi, address, block }]) => [
      name,
      { abi, address, chain: "ledger", startBlock: block, endBlock: Number(process.env.LAST_BLOCK) },
    ]),
  ),
});
`;

/** Writes a project for Ponder that keeps the same events as our indexer, a row each. */
export function writePonderProject(folder: string, { contracts }: DeploymentDescription): void {
  const described = registerNames.map((name) => {
    const events = journalEvents(name);
    const { address, block } = contracts[name]!;
    // Ponder takes every event of the ABI for one to be indexed.
    const abi = abis[name].filter(
      (item) => item.type === "event" && events.some((event) => event.name === item.name),
    );
    return [name, { address, block, abi, events: events.map((event) => event.name) }] as const;
  });
  mkdirSync(join(folder, "src/api"), { recursive: true });
  writeFileSync(join(folder, "contracts.json"), JSON.stringify(Object.fromEntries(described)));
  writeFileSync(join(folder, "ponder.config.ts"), config);
  writeFileSync(join(folder, "ponder.schema.ts"), schema);
  writeFileSync(join(folder, "src/index.ts"), handlers);
  writeFileSync(join(folder, "src/api/index.ts"), api);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { module: "ESNext" } }));
}
