import { join } from "node:path";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** Seconds from one look of a witness to the next: each cosignature is a block of the demonstration's chain. */
const INTERVAL = 300;

/** Two agencies of the demonstration that check the logs of others and cosign them, each in a process of its own. */
export const run: StepRun = async (context) => {
  const { dataDir, ipfsApiUrl } = context.settings;
  const keys = context.logKeys?.witnesses ?? [];
  const begin = async (key: string, at: number) => {
    const name = `witness ${at + 1}`;
    const env = {
      RPC_URL: given(context, "chain").rpcUrl,
      DEPLOYMENT: given(context, "deploymentFile"),
      DATA_DIR: dataDir,
      IPFS_API_URL: ipfsApiUrl,
      WITNESS_KEY_FILE: key,
      WITNESS_INTERVAL: String(INTERVAL),
    };
    const log = join(dataDir, `witness-${at + 1}.log`);
    const start = () => startService({ name, script: "api/anchoring/witness/main.ts", env, log });
    const { stop } = await keepAlive(name, start, context.say);
    context.onStop(name, stop);
  };
  await Promise.all(keys.map(begin));
  return keys.length === 0
    ? "nobody cosigns here: the chain is not the embedded one"
    : `${keys.length} witnesses check what is anchored`;
};
