import { JsonRpcProvider } from "ethers";
import { services } from "../../../sdk/log/catalogue/index.ts";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { handIn } from "../../demo/hand-in.ts";
import { contractInterfaces } from "../../demo/interfaces.ts";
import { registerServices } from "../../demo/services/register.ts";
import { Stage } from "../../demo/stage.ts";
import { given, type StepRun } from "../context.ts";

/** Days of the services' life before the first start, so that pages have something to show. */
const PAST_DAYS = 28;
const DAY = 86_400;

/**
 * Registers the services that log their actions. On a chain that has only the demonstration year yet they are registered
 * some weeks back on the demonstration clock, else now; either way their life begins on that day.
 */
export const run: StepRun = async (context) => {
  const chain = given(context, "chain");
  if (chain.chainId !== DEMO_CHAIN_ID || !chain.setClock)
    return "not registered: the chain is not the embedded one";
  const options = { staticNetwork: true, cacheTimeout: -1 };
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, options);
  const apiUrl = given(context, "apiUrl");
  const stage = new Stage({
    provider,
    chainId: BigInt(chain.chainId),
    contracts: await contractInterfaces(given(context, "deployment")),
    submit: (signed) => handIn(apiUrl, signed),
    setTime: chain.setClock,
  });
  try {
    await registerServices({
      ...{ stage, provider, documents: given(context, "documents") },
      time: Math.floor(Date.now() / 1_000) - PAST_DAYS * DAY,
      progress: (done, total) => context.progress(`${done}/${total} services`),
    });
    return `${services.length} services ${stage.sent > 0 ? `registered in ${stage.sent} transactions` : "found"}`;
  } finally {
    if (stage.sent > 0) await chain.setClock(null);
    provider.destroy();
  }
};
