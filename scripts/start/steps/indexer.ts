import { join } from "node:path";
import { NODE_OPTIONS } from "../../../indexer/node-options.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

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
  const start = () =>
    startService({ name: "indexer", script: "indexer/main.ts", nodeOptions: NODE_OPTIONS, env, log });
  const { stop } = await keepAlive("indexer", start, context.say);
  context.onStop("indexer", stop);
  return "the mirror stands at the head of the chain";
};
