import { JsonRpcProvider, NonceManager } from "ethers";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { readDeployment } from "../../../sdk/read-deployment.ts";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { agencies, consortiumVoters, deployer, publisher, registrar } from "../../demo/cast.ts";
import { deployLedger } from "../../deploy/index.ts";
import { platformError } from "../../platform/errors.ts";
import { given, type ChainAccess, type Context, type StepRun } from "../context.ts";

export const run: StepRun = async (context) => {
  const chain = given(context, "chain");
  const file = join(context.settings.dataDir, `deployment-${chain.chainId}.json`);
  context.deploymentFile = file;
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  try {
    const known = existsSync(file) ? readDeployment(file) : undefined;
    if (known && (await isThere(provider, known))) {
      context.deployment = known;
      return `${Object.keys(known.contracts).length} contracts found`;
    }
    if (known && !context.chain?.setClock)
      throw platformError("DEPLOYMENT_GONE", { file, chainId: chain.chainId });
    context.deployment = await deploy(provider, chain, context.progress);
    mkdirSync(context.settings.dataDir, { recursive: true });
    writeFileSync(`${file}.partial`, `${JSON.stringify(context.deployment, undefined, 2)}\n`);
    renameSync(`${file}.partial`, file);
    return `${Object.keys(context.deployment.contracts).length} contracts deployed`;
  } finally {
    provider.destroy();
  }
};

/** A chain that was begun anew has other blocks, and then nothing at these addresses. */
async function isThere(provider: JsonRpcProvider, { contracts }: DeploymentDescription): Promise<boolean> {
  const codes = await Promise.all(Object.values(contracts).map(({ address }) => provider.getCode(address)));
  return codes.every((code) => code !== "0x");
}

async function deploy(
  provider: JsonRpcProvider,
  chain: ChainAccess,
  progress: Context["progress"],
): Promise<DeploymentDescription> {
  if (chain.chainId !== DEMO_CHAIN_ID)
    throw platformError("DEPLOYMENT_MISSING", { chainId: chain.chainId, demonstration: DEMO_CHAIN_ID });
  const members = Object.values(agencies).map(({ code }, i) => ({
    agency: code,
    account: consortiumVoters[i]!.address,
  }));
  return await deployLedger(new NonceManager(deployer.connect(provider)), {
    consortium: { members, votingDelay: 3_600, votingPeriod: 3 * 86_400, executionDelay: 2 * 86_400 },
    registrar: { account: registrar.address, executionDelay: 0 },
    publisher: { account: publisher.address, executionDelay: 0 },
    progress: (done, total, what) => progress(`${done}/${total} ${what}`),
  });
}
