import { ContractFactory } from "ethers";
import type { ContractRunner } from "ethers";
import hardhat from "hardhat";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { accessManagerBytecode } from "../../../sdk/generated/bytecode/AccessManager.ts";
import { agencyRegistryBytecode } from "../../../sdk/generated/bytecode/AgencyRegistry.ts";
import { directoryBytecode } from "../../../sdk/generated/bytecode/Directory.ts";

async function create(abi: readonly unknown[], bytecode: string, runner: ContractRunner, ...args: unknown[]) {
  const contract = await new ContractFactory(abi as never, bytecode, runner).deploy(...args);
  const receipt = await contract.deploymentTransaction()?.wait();
  return { address: await contract.getAddress(), version: 1, block: receipt?.blockNumber ?? 0 };
}

/** A Hardhat chain behind HTTP with the access registers on it, administered by its first account. */
export async function startTestChain() {
  const server = await hardhat.network.createServer("default", "127.0.0.1", 0);
  const { port } = await server.listen();
  const { JsonRpcProvider } = await import("ethers");
  const url = `http://127.0.0.1:${port}`;
  const provider = new JsonRpcProvider(url, undefined, {
    polling: true,
    pollingInterval: 20,
    cacheTimeout: -1,
  });
  const signer = await provider.getSigner(0);
  const AccessManager = await create(
    abis.AccessManager,
    accessManagerBytecode,
    signer,
    await signer.getAddress(),
  );
  const deployment: DeploymentDescription = {
    chainId: Number((await provider.getNetwork()).chainId),
    deploymentId: `0x${"11".repeat(32)}`,
    contracts: {
      AccessManager,
      AgencyRegistry: await create(
        abis.AgencyRegistry,
        agencyRegistryBytecode,
        signer,
        AccessManager.address,
      ),
      Directory: await create(abis.Directory, directoryBytecode, signer, AccessManager.address),
    },
  };
  return {
    url,
    provider,
    signer,
    deployment,
    stop: async () => {
      provider.destroy();
      await server.close();
    },
  };
}

export type TestChain = Awaited<ReturnType<typeof startTestChain>>;
