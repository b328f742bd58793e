/** Deploys the whole ledger to any chain and hands every right to the consortium's vote. */
import {
  AbiCoder,
  Contract,
  ContractFactory,
  encodeBytes32String,
  Interface,
  keccak256,
  type Provider,
  type Signer,
} from "ethers";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { artifactsFrom, type Artifact, type ArtifactSource } from "./artifacts.ts";
import { contractNames, contractOfParameter, type ContractName } from "./plan.ts";
import { contractRoles, functionRoles, roleIds, type RoleName } from "./roles.ts";
import { Sender } from "./sender.ts";

export type { Artifact, ArtifactSource, DeploymentDescription };

/** An account that gets a role, with the seconds between scheduling and executing a call under it (0: at once). */
export interface RoleHolder {
  account: string;
  executionDelay: number;
}

export interface DeployOptions {
  /** founding members, and the vote's timing in seconds; `executionDelay` is the admin role's delay too */
  consortium: {
    members: { agency: number; account: string }[];
    votingDelay: number;
    votingPeriod: number;
    executionDelay: number;
  };
  /** enrols agencies and officers */
  registrar: RoleHolder;
  /** may publish versions besides the consortium; nobody else when absent */
  publisher?: RoleHolder;
  artifacts?: ArtifactSource;
  /** told after each step: steps done, steps in all, what was done */
  progress?: (done: number, total: number, what: string) => void;
}

type Addresses = Record<ContractName, string>;
type Artifacts = Record<ContractName, Artifact>;

/**
 * Deploys every contract, publishes all of them in the Directory, wires the roles and takes away the deployer's.
 * Addresses follow from the deployer's address and nonce alone, so a fresh deployer gives the same ones everywhere.
 * @param signer fresh account with a provider; holds no right when this returns
 * @throws when a transaction fails, naming the step; a half-made deployment is not listed anywhere and is left behind
 */
export async function deployLedger(signer: Signer, options: DeployOptions): Promise<DeploymentDescription> {
  const { provider } = signer;
  if (!provider) throw new Error("deployment: the signer has no provider");
  const artifacts = await loadArtifacts(options.artifacts ?? artifactsFrom());
  const sender = await Sender.of(signer);
  const report = options.progress ?? (() => undefined);

  report(0, 4, "compiled contracts read");
  const { addresses, blocks } = await createContracts(sender, artifacts, options);
  report(1, 4, `${contractNames.length} contracts created`);
  await publish(sender, artifacts, addresses);
  report(2, 4, "versions published");
  await wire(sender, artifacts, addresses, options);
  report(3, 4, "roles wired");
  await renounce(sender, artifacts, addresses);
  report(4, 4, "rights handed to the consortium");

  const contracts: DeploymentDescription["contracts"] = {};
  for (const name of contractNames) {
    contracts[name] = { address: addresses[name], version: 1, block: blocks[name] };
  }
  const chainId = Number((await provider.getNetwork()).chainId);
  return {
    chainId,
    deploymentId: await deploymentId(provider, chainId, addresses.Directory, blocks.Directory),
    contracts,
  };
}

async function loadArtifacts(source: ArtifactSource): Promise<Artifacts> {
  const entries = contractNames.map(async (name) => [name, await source(name)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Artifacts;
}

async function createContracts(sender: Sender, artifacts: Artifacts, options: DeployOptions) {
  const addresses = Object.fromEntries(
    contractNames.map((name, index) => [name, sender.nextAddress(index)]),
  ) as Addresses;
  const { members, ...timing } = options.consortium;
  const values: Record<string, unknown> = { initialAdmin: sender.address, founders: members, timing };
  for (const [parameter, name] of Object.entries(contractOfParameter)) values[parameter] = addresses[name];

  for (const name of contractNames) {
    const { abi, bytecode } = artifacts[name];
    const factory = new ContractFactory(abi, bytecode);
    const args = factory.interface.deploy.inputs.map((input) => {
      if (!(input.name in values)) throw new Error(`deployment: ${name} takes an unknown ${input.name}`);
      return values[input.name];
    });
    await sender.send(`creating ${name}`, await factory.getDeployTransaction(...args));
  }
  const receipts = await sender.settle();
  const blocks = Object.fromEntries(
    contractNames.map((name, index) => [name, receipts[index]!.blockNumber]),
  ) as Record<ContractName, number>;
  return { addresses, blocks };
}

async function publish(sender: Sender, artifacts: Artifacts, addresses: Addresses): Promise<void> {
  const directory = new Contract(addresses.Directory, artifacts.Directory.abi);
  for (const name of contractNames) {
    await sender.send(
      `publishing ${name}`,
      await directory.getFunction("publish").populateTransaction(encodeBytes32String(name), addresses[name]),
    );
  }
  await sender.settle();
}

async function wire(
  sender: Sender,
  artifacts: Artifacts,
  addresses: Addresses,
  options: DeployOptions,
): Promise<void> {
  const manager = new Contract(addresses.AccessManager, artifacts.AccessManager.abi);
  const call = async (what: string, method: string, ...args: unknown[]) =>
    sender.send(what, await manager.getFunction(method).populateTransaction(...args));
  const grant = (role: RoleName, account: string, delay: number) =>
    call(`granting ${role}`, "grantRole", roleIds[role], account, delay);

  for (const [name, id] of Object.entries(roleIds)) {
    if (id !== roleIds.ADMIN) await call(`naming ${name}`, "labelRole", id, name);
  }
  for (const { contract, functions, role } of functionRoles) {
    const abi = new Interface(artifacts[contract].abi);
    const selectors = functions.map((name) => {
      const fragment = abi.getFunction(name);
      if (!fragment) throw new Error(`deployment: ${contract} has no function ${name}`);
      return fragment.selector;
    });
    const what = `giving ${contract} to ${role}`;
    await call(what, "setTargetFunctionRole", addresses[contract], selectors, roleIds[role]);
  }
  for (const { contract, role } of contractRoles) await grant(role, addresses[contract], 0);
  await grant("REGISTRAR", options.registrar.account, options.registrar.executionDelay);
  await grant("PUBLISHER", addresses.Consortium, options.consortium.executionDelay);
  if (options.publisher) {
    await grant("PUBLISHER", options.publisher.account, options.publisher.executionDelay);
  }
  await grant("ADMIN", addresses.Consortium, options.consortium.executionDelay);
  await sender.settle();
}

async function renounce(sender: Sender, artifacts: Artifacts, addresses: Addresses): Promise<void> {
  const manager = new Contract(addresses.AccessManager, artifacts.AccessManager.abi);
  const transaction = await manager
    .getFunction("renounceRole")
    .populateTransaction(roleIds.ADMIN, sender.address);
  await sender.send("renouncing the deployer's right", transaction);
  await sender.settle();
}

/** keccak256(chain id, hash of block 0, Directory, hash of the block that created it). */
async function deploymentId(provider: Provider, chainId: number, directory: string, block: number) {
  const [genesis, created] = await Promise.all([provider.getBlock(0), provider.getBlock(block)]);
  const parts = [chainId, genesis!.hash, directory, created!.hash];
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "bytes32", "address", "bytes32"], parts));
}
