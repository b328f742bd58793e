/** The embedded chain in a process of its own, the whole ledger on it, and the demonstration year played through. */
import { Interface, JsonRpcProvider, NonceManager } from "ethers";
import type { InterfaceAbi } from "ethers";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMBEDDED_GENESIS } from "../../scripts/chain/genesis.ts";
import { agencies, consortiumVoters, deployer, publisher, registrar } from "../../scripts/demo/cast.ts";
import { playDemo } from "../../scripts/demo/index.ts";
import { deployLedger } from "../../scripts/deploy/index.ts";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments } from "../../sdk/documents/index.ts";
import { abis } from "../../sdk/generated/abi/index.ts";

export interface DemoChain {
  /** Everything lies below: `chain/`, `documents/`. */
  directory: string;
  chain: Chain;
  provider: JsonRpcProvider;
  deployment: DeploymentDescription;
  documents: FolderDocuments;
  stop(): Promise<void>;
}

/** Starts a new chain with the ledger deployed and nothing else on it. */
export async function startLedgerChain(): Promise<DemoChain> {
  const directory = mkdtempSync(join(tmpdir(), "prongsai-demo-"));
  const chain = await startChain({ directory: join(directory, "chain"), clock: EMBEDDED_GENESIS.time + 1 });
  const provider = new JsonRpcProvider(chain.rpcUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 20,
  });
  const members = Object.values(agencies).map(({ code }, i) => ({
    agency: code,
    account: consortiumVoters[i]!.address,
  }));
  const deployment = await deployLedger(new NonceManager(deployer.connect(provider)), {
    consortium: { members, votingDelay: 3_600, votingPeriod: 3 * 86_400, executionDelay: 2 * 86_400 },
    registrar: { account: registrar.address, executionDelay: 0 },
    publisher: { account: publisher.address, executionDelay: 0 },
  });
  return {
    directory,
    chain,
    provider,
    deployment,
    documents: new FolderDocuments(join(directory, "documents")),
    stop: async () => {
      provider.destroy();
      await chain.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Plays the demonstration year on it. */
export async function playYear({ chain, provider, deployment, documents }: DemoChain): Promise<void> {
  const contracts = Object.fromEntries(
    Object.entries(deployment.contracts).map(([name, { address }]) => [
      name,
      { address, interface: new Interface((abis as Record<string, unknown>)[name] as InterfaceAbi) },
    ]),
  );
  await playDemo({
    provider,
    chainId: BigInt(chain.chainId),
    contracts,
    submit: (signed) => provider.send("eth_sendRawTransaction", [signed]) as Promise<string>,
    setTime: (seconds) => chain.setClock(seconds),
    documents,
  });
}
