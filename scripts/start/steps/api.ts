import { join } from "node:path";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { writeKeyFiles } from "../../demo/services/key-files.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** GraphQL, REST and the pages, in a process of their own. */
export const run: StepRun = async (context) => {
  const { dataDir, port, ipfsApiUrl } = context.settings;
  const chain = given(context, "chain");
  if (chain.chainId === DEMO_CHAIN_ID && chain.setClock) context.logKeys = writeKeyFiles(dataDir);
  const env = {
    PORT: String(port),
    RPC_URL: chain.rpcUrl,
    DATABASE_URL: given(context, "databaseUrl"),
    DEPLOYMENT: given(context, "deploymentFile"),
    DATA_DIR: dataDir,
    IPFS_API_URL: ipfsApiUrl,
    LOG_GATEWAY_KEY_FILE: process.env.LOG_GATEWAY_KEY_FILE || context.logKeys?.gateway,
  };
  const log = join(dataDir, "api.log");
  const start = () => startService({ name: "API", script: "api/main.ts", env, log });
  const { stop } = await keepAlive("API", start, context.say);
  context.onStop("API", stop);
  context.apiUrl = `http://localhost:${port}`;
  return `pages and API on port ${port}`;
};
