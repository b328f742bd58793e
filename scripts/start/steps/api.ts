import { join } from "node:path";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** GraphQL, REST and the pages, in a process of their own. */
export const run: StepRun = async (context) => {
  const { dataDir, port, ipfsApiUrl } = context.settings;
  const env = {
    PORT: String(port),
    RPC_URL: given(context, "chain").rpcUrl,
    DATABASE_URL: given(context, "databaseUrl"),
    DEPLOYMENT: given(context, "deploymentFile"),
    DATA_DIR: dataDir,
    IPFS_API_URL: ipfsApiUrl,
  };
  const log = join(dataDir, "api.log");
  const start = () => startService({ name: "API", script: "api/main.ts", env, log });
  const { stop } = await keepAlive("API", start, context.say);
  context.onStop("API", stop);
  context.apiUrl = `http://localhost:${port}`;
  return `pages and API on port ${port}`;
};
