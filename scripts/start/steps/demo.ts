import { JsonRpcProvider } from "ethers";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { handIn } from "../../demo/hand-in.ts";
import { playDemo } from "../../demo/index.ts";
import { contractInterfaces } from "../../demo/interfaces.ts";
import { given, type StepRun } from "../context.ts";

/** Plays the demonstration year on the demonstration clock, goes on where it was interrupted, and then lets real time in. */
export const run: StepRun = async (context) => {
  const chain = given(context, "chain");
  if (chain.chainId !== DEMO_CHAIN_ID || !chain.setClock)
    return "not played: the chain is not the embedded one";
  if (!chain.demonstration) return "already played";
  // Remembered answers would hide each receipt for a quarter of a second.
  const options = { staticNetwork: true, cacheTimeout: -1 };
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, options);
  try {
    const { sent, resumed } = await playDemo({
      provider,
      chainId: BigInt(chain.chainId),
      contracts: await contractInterfaces(given(context, "deployment")),
      documents: given(context, "documents"),
      submit: (signed) => handIn(given(context, "apiUrl"), signed),
      setTime: chain.setClock,
      progress: (done, total) => context.progress(`${done}/${total} scenes`),
    });
    await chain.setClock(null);
    return `${sent} transactions sent${resumed > 0 ? `, ${resumed} were there already` : ""}`;
  } finally {
    provider.destroy();
  }
};
