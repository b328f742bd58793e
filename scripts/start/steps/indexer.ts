import { join } from "node:path";
import { NODE_OPTIONS } from "../../../indexer/node-options.ts";
import { FatalError } from "../../../indexer/errors/index.ts";
import type { BlocksGone } from "../../../indexer/errors/index.ts";
import type { Details } from "../../../sdk/errors.ts";
import { describeError } from "../../platform/errors.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** What the indexer tells of blocks that are gone. */
interface Warning {
  readonly code: BlocksGone;
  readonly details: Details;
}

/** The mirror of the chain, in a process of its own; ready when it stands at the head. */
export const run: StepRun = async (context) => {
  const { dataDir, ipfsApiUrl } = context.settings;
  const chain = given(context, "chain");
  const env = {
    RPC_URL: chain.rpcUrl,
    WS_URL: chain.wsUrl,
    DATABASE_URL: given(context, "databaseUrl"),
    DEPLOYMENT: given(context, "deploymentFile"),
    DATA_DIR: dataDir,
    IPFS_API_URL: ipfsApiUrl,
  };
  const log = join(dataDir, "indexer.log");
  let shorter = "";
  const onMessage = (message: { type?: string } & Partial<Warning>) => {
    if (message.type !== "warning") return;
    const { code, details } = message as Warning;
    context.say(describeError(new FatalError(code, details)));
    if (code === "INDEX_CHAIN_SHORTER")
      shorter = `, but the chain is shorter than the mirror had read it (${code})`;
  };
  const start = () =>
    startService({
      name: "indexer",
      script: "indexer/main.ts",
      nodeOptions: NODE_OPTIONS,
      env,
      log,
      onMessage,
    });
  const { stop } = await keepAlive("indexer", start, context.say);
  context.onStop("indexer", stop);
  return `the mirror stands at the head of the chain${shorter}`;
};
