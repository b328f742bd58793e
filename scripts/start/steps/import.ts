import { JsonRpcProvider } from "ethers";
import { resolve } from "node:path";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { anchorPlan, importSigner, planImport } from "../../import/index.ts";
import { given, type StepRun } from "../context.ts";

const SAMPLE = resolve(import.meta.dirname, "../../../data/egp");

/** Imports the sample of real procurement; a batch that is anchored already stays as it is. */
export const run: StepRun = async (context) => {
  const chain = given(context, "chain");
  if (chain.chainId !== DEMO_CHAIN_ID || !chain.setClock)
    return "no sample: the chain is not the embedded one";
  const plan = await planImport({
    format: "egp",
    path: resolve(SAMPLE, "egp-contract-2568-250.csv"),
    source: resolve(SAMPLE, "SOURCE.json"),
    documents: given(context, "documents"),
    progress: ({ rows }) => context.progress(`${rows} rows`),
  });
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  try {
    const signer = await importSigner(provider);
    const { batchId, transaction } = await anchorPlan(plan, given(context, "deployment"), signer);
    const { imported, quarantined } = plan.summary;
    const rows = `${imported} rows of real procurement, ${quarantined} in quarantine`;
    return `${rows}, ${transaction ? "anchored" : "found"} as batch ${batchId}`;
  } finally {
    provider.destroy();
  }
};
