import { join } from "node:path";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** The demonstration's services at work: their past days first, then as it happens, for as long as this runs. */
export const run: StepRun = async (context) => {
  const { dataDir } = context.settings;
  const chain = given(context, "chain");
  if (chain.chainId !== DEMO_CHAIN_ID || !chain.setClock)
    return "nobody plays: the chain is not the embedded one";
  const env = {
    API_URL: given(context, "apiUrl"),
    RPC_URL: chain.rpcUrl,
    DEPLOYMENT: given(context, "deploymentFile"),
  };
  const log = join(dataDir, "services.log");
  let logged = 0;
  let held: readonly string[] = [];
  const onMessage = (message: { logged?: number; held?: readonly string[] }) => {
    logged = message.logged ?? logged;
    held = message.held ?? held;
    context.progress(`${logged} actions`);
  };
  const start = () =>
    startService({ name: "services", script: "scripts/demo/services/main.ts", env, log, onMessage });
  const { stop } = await keepAlive("services", start, context.say);
  context.onStop("services", stop);
  const said = `${logged} actions logged so far`;
  return held.length === 0
    ? `${said}; the services go on`
    : `${said}; tried again later, see services.log: ${held.join(", ")}`;
};
