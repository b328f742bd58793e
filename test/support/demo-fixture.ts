/**
 * The embedded chain in a process of its own with the ledger, the whole demonstration year, the sample import and the
 * logs of two services on it.
 * The year is played once and kept; each test gets a copy, which the chain replays in about a second.
 */
import { Interface, JsonRpcProvider, NonceManager } from "ethers";
import type { InterfaceAbi } from "ethers";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { waitForLock } from "../../scripts/build/wait-for-lock.ts";
import { EMBEDDED_GENESIS } from "../../scripts/chain/genesis.ts";
import { agencies, consortiumVoters, deployer, publisher, registrar } from "../../scripts/demo/cast.ts";
import { playDemo } from "../../scripts/demo/index.ts";
import { deployLedger } from "../../scripts/deploy/index.ts";
import { anchorPlan, importSigner, planImport } from "../../scripts/import/index.ts";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { FolderDocuments } from "../../sdk/documents/index.ts";
import { abis } from "../../sdk/generated/abi/index.ts";
import { anchorDemoLogs } from "./log/demo-log.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CACHE = join(ROOT, "node_modules/.cache/prongsai");
/** What the recording follows from; when any of it changes, the year is played again. */
const INGREDIENTS = [
  "data/egp/*",
  "scripts/{chain,demo,deploy,import}/**/*.ts",
  "sdk/{import,documents,log,merkle}/**/*.ts",
  "sdk/generated/bytecode/**/*",
  "test/support/demo-fixture.ts",
  "test/support/log/demo-log.ts",
];

const IMPORT_TIME = Date.UTC(2026, 6, 1, 3) / 1_000;

export interface DemoFixture {
  /** Everything lies below: `chain/`, `documents/`, `deployment.json`. Removed at `stop`. */
  directory: string;
  chain: Chain;
  /** Polls every 20 ms; forgets nothing between calls, so that receipts are seen at once. */
  provider: JsonRpcProvider;
  deployment: DeploymentDescription;
  /** Path of the deployment description. */
  deploymentFile: string;
  documents: FolderDocuments;
  stop(): Promise<void>;
}

/**
 * The demonstration as it is after a first start. The chain stays on the demonstration's clock, a second per block, so
 * that whatever a test adds gives the same blocks every time; `chain.setClock(null)` lets real time in.
 */
export async function startDemo(): Promise<DemoFixture> {
  const recorded = await recording();
  const directory = mkdtempSync(join(tmpdir(), "prongsai-demo-"));
  cpSync(recorded, directory, { recursive: true });
  return await open(directory);
}

/** A new chain with the ledger deployed and nothing else on it. */
export async function startLedger(): Promise<DemoFixture> {
  return await open(mkdtempSync(join(tmpdir(), "prongsai-ledger-")));
}

async function recording(): Promise<string> {
  const folder = join(CACHE, `demo-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const lock = await waitForLock(join(CACHE, "demo.lock"));
  try {
    if (!existsSync(folder)) await record(folder);
  } finally {
    lock.release();
  }
  return folder;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of INGREDIENTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function record(folder: string): Promise<void> {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  const fixture = await open(partial);
  const { chain, provider } = fixture;
  try {
    await playYear(fixture);
    await importSample(fixture);
    await anchorDemoLogs(fixture);
  } finally {
    provider.destroy();
    await chain.stop();
  }
  for (const file of ["lock", "process.log"]) rmSync(join(partial, "chain", file), { force: true });
  renameSync(partial, folder);
}

async function open(directory: string): Promise<DemoFixture> {
  const deploymentFile = join(directory, "deployment.json");
  const chain = await startChain({ directory: join(directory, "chain"), clock: EMBEDDED_GENESIS.time + 1 });
  const provider = connect(chain);
  return {
    directory,
    chain,
    provider,
    deployment: existsSync(deploymentFile)
      ? description(deploymentFile)
      : await deploy(provider, deploymentFile),
    deploymentFile,
    documents: new FolderDocuments(join(directory, "documents")),
    stop: async () => {
      provider.destroy();
      await chain.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function connect(chain: Chain): JsonRpcProvider {
  return new JsonRpcProvider(chain.rpcUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 20,
    cacheTimeout: -1,
  });
}

function description(file: string): DeploymentDescription {
  return JSON.parse(readFileSync(file, "utf8")) as DeploymentDescription;
}

async function deploy(provider: JsonRpcProvider, file: string): Promise<DeploymentDescription> {
  const members = Object.values(agencies).map(({ code }, i) => ({
    agency: code,
    account: consortiumVoters[i]!.address,
  }));
  const deployment = await deployLedger(new NonceManager(deployer.connect(provider)), {
    consortium: { members, votingDelay: 3_600, votingPeriod: 3 * 86_400, executionDelay: 2 * 86_400 },
    registrar: { account: registrar.address, executionDelay: 0 },
    publisher: { account: publisher.address, executionDelay: 0 },
  });
  writeFileSync(file, JSON.stringify(deployment));
  return deployment;
}

async function playYear({ chain, provider, deployment, documents }: DemoFixture): Promise<void> {
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

async function importSample({ chain, provider, deployment, documents }: DemoFixture): Promise<void> {
  // The sample was fetched after the demonstration year's last day.
  await chain.setClock(IMPORT_TIME);
  const [path] = globSync("data/egp/*.csv", { cwd: ROOT });
  const plan = await planImport({
    format: "egp",
    path: join(ROOT, path!),
    source: join(ROOT, "data/egp/SOURCE.json"),
    documents,
  });
  await anchorPlan(plan, deployment, await importSigner(provider, {}));
}
