import { Interface, JsonRpcProvider } from "ethers";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { playDemo } from "../../demo/index.ts";
import { artifactsFrom } from "../../deploy/artifacts.ts";
import type { ContractName } from "../../deploy/plan.ts";
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
      contracts: await contracts(given(context, "deployment").contracts),
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

/** Through the API's gateway, as agencies do. */
async function handIn(apiUrl: string, signed: string): Promise<string> {
  const response = await fetch(`${apiUrl}/v1/transactions`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ signed }),
  });
  const answer = (await response.json()) as { data?: { txHash: string }; code?: string; title?: string };
  if (!answer.data) throw new Error(`the gateway refused a transaction (${answer.code}): ${answer.title}`);
  return answer.data.txHash;
}

async function contracts(deployed: Record<string, { address: string }>) {
  const artifact = artifactsFrom();
  const entries = Object.entries(deployed).map(async ([name, { address }]) => {
    const { abi } = await artifact(name as ContractName);
    return [name, { address, interface: new Interface(abi) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
