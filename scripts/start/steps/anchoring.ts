import { join } from "node:path";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { anchoringLine } from "../anchoring-line.ts";
import { given, type StepRun } from "../context.ts";

/** Publishes what the intake has acknowledged and anchors it on the chain, in a process of its own. */
export const run: StepRun = async (context) => {
  const { dataDir, ipfsApiUrl } = context.settings;
  const { logKeys } = context;
  const gateway = process.env.LOG_GATEWAY_KEY_FILE || logKeys?.gateway;
  const checkpoints = process.env.LOG_CHECKPOINT_KEYS || logKeys?.checkpoints;
  if (!gateway || !checkpoints)
    return "no logs are kept here: LOG_GATEWAY_KEY_FILE and LOG_CHECKPOINT_KEYS are not set";
  const env = {
    RPC_URL: given(context, "chain").rpcUrl,
    DATABASE_URL: given(context, "databaseUrl"),
    DEPLOYMENT: given(context, "deploymentFile"),
    DATA_DIR: dataDir,
    IPFS_API_URL: ipfsApiUrl,
    LOG_GATEWAY_KEY_FILE: gateway,
    LOG_CHECKPOINT_KEYS: checkpoints,
  };
  const log = join(dataDir, "anchoring.log");
  const onMessage = (message: object) => {
    const line = anchoringLine(message);
    if (line) context.say(line);
  };
  const start = () =>
    startService({ name: "anchoring", script: "api/anchoring/main.ts", env, log, onMessage });
  const { stop } = await keepAlive("anchoring", start, context.say);
  context.onStop("anchoring", stop);
  return "what services log is anchored on the chain";
};
