/**
 * The whole ledger on Hardhat's chain, deployed by the same code as everywhere, with agencies and officers for every
 * duty. Files that run in one process share the chain; `ledger()` puts it back to the state right after deployment.
 */
import { glob, readFile } from "node:fs/promises";
import { artifacts, globalOptions, network } from "hardhat";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { BaseContract, Signer } from "ethers";
import type {
  AccessManager,
  ActionLog,
  AgencyRegistry,
  BudgetFlags,
  Consortium,
  Directory,
  IBudgetCommitments,
  IBudgetDisbursements,
  IBudgetLines,
  IBudgetProjects,
  ImportAnchor,
} from "../../sdk/generated/types/index.ts";
import { artifactsFrom, type ArtifactSource } from "../../scripts/deploy/artifacts.ts";
import type { ContractName } from "../../scripts/deploy/plan.ts";
import { deployLedger } from "../../scripts/deploy/index.ts";
import { agencies, people, type Person, type PersonName } from "./people.ts";

/** Before fiscal year 2568 (1 October 2024), so that a year can be planned and then lived through. */
export const START = Date.UTC(2024, 8, 1) / 1000;
export const FOREVER = 40 * 365 * 86_400;
const GATEWAYS = 5;

export const connection = await network.create({
  override: {
    initialDate: new Date(START * 1000),
    accounts: { count: 60 },
    allowUnlimitedContractSize: true,
  },
});
export const { ethers, networkHelpers } = connection;

// Real time goes on beside the chain's, also while other tests run. A state that is put back goes on a second after its own
// last block all the same: on a slow machine its deadlines would have passed before a test begins.
const loadFixture = networkHelpers.loadFixture.bind(networkHelpers);
networkHelpers.loadFixture = async (fixture) => {
  const state = await loadFixture(fixture);
  await networkHelpers.time.setNextBlockTimestamp((await networkHelpers.time.latest()) + 1);
  return state;
};

/** Compiled contracts: Hardhat's, or those of the folder in `LEDGER_ARTIFACTS` (mutants, measured code). */
export const compiled: ArtifactSource = process.env.LEDGER_ARTIFACTS
  ? artifactsFrom(process.env.LEDGER_ARTIFACTS)
  : (name) => artifacts.readArtifact(name);

/** Texts of sources that the code under test has otherwise than the disk, by path: mutants' in `LEDGER_SOURCES`. */
export async function alteredSources(): Promise<Record<string, string>> {
  const folder = process.env.LEDGER_SOURCES;
  const texts: Record<string, string> = {};
  if (!folder) return texts;
  for await (const path of glob("contracts/**/*.sol", { cwd: folder })) {
    texts[path] = await readFile(`${folder}/${path}`, "utf8");
  }
  return texts;
}

/** Whether the code under test is not the code that is deployed, so that its size and cost say nothing. */
export const altered = process.env.LEDGER_ARTIFACTS !== undefined || globalOptions.coverage;

export const timing = { votingDelay: 3_600, votingPeriod: 86_400, executionDelay: 172_800 };
export const voterAgencies = [90001, 90002, 90003, 90004, 90005];

export type Officers = Record<PersonName, HardhatEthersSigner>;

/** A fresh ledger; every call within one process starts from the same state. */
export const ledger = () => networkHelpers.loadFixture(deployed);

export type Ledger = Awaited<ReturnType<typeof deployed>>;

async function deployed() {
  const [deployer, registrar, stranger, relayer, citizen, citizen2, v1, v2, v3, v4, v5, v6, ...others] =
    (await ethers.getSigners()) as [...Tuple12, ...HardhatEthersSigner[]];
  const voters = [v1, v2, v3, v4, v5];
  const gateways = others.slice(0, GATEWAYS);
  const description = await deployLedger(deployer, {
    consortium: {
      members: voters.map((voter, index) => ({ agency: voterAgencies[index]!, account: voter.address })),
      ...timing,
    },
    registrar: { account: registrar.address, executionDelay: 0 },
    artifacts: compiled,
  });
  const contract = async <T extends BaseContract>(name: ContractName, runner: Signer = stranger) => {
    const { abi } = await compiled(name);
    return new ethers.Contract(description.contracts[name]!.address, abi, runner) as unknown as T;
  };
  const registry = await contract<AgencyRegistry>("AgencyRegistry", registrar);
  const officers = await enrol(others.slice(GATEWAYS));

  return {
    description,
    deployer,
    registrar,
    stranger,
    relayer,
    citizen,
    citizen2,
    voters,
    /** an account that votes for nobody yet */
    spareVoter: v6,
    /** accounts that promise and anchor for nobody yet */
    gateways,
    officers,
    registry,
    manager: await contract<AccessManager>("AccessManager"),
    consortium: await contract<Consortium>("Consortium"),
    directory: await contract<Directory>("Directory"),
    projects: await contract<IBudgetProjects>("BudgetProjects"),
    lines: await contract<IBudgetLines>("BudgetLines"),
    commitments: await contract<IBudgetCommitments>("BudgetCommitments"),
    disbursements: await contract<IBudgetDisbursements>("BudgetDisbursements"),
    flags: await contract<BudgetFlags>("BudgetFlags"),
    anchor: await contract<ImportAnchor>("ImportAnchor"),
    log: await contract<ActionLog>("ActionLog"),
  };

  async function enrol(accounts: HardhatEthersSigner[]): Promise<Officers> {
    for (const { code, nameTh, nameEn, province } of agencies) {
      await registry.enrolAgency(code, nameTh, nameEn, province);
    }
    const entries = (Object.entries(people) as [PersonName, Person][]).map(
      ([name, person], index) => [name, person, accounts[index]!] as const,
    );
    for (const [, person, { address }] of entries) {
      const from = START + (person.validFrom ?? -86_400);
      const until = START + (person.validUntil ?? FOREVER);
      await registry.enrolOfficer(address, person.agency, person.duties, from, until, person.personTag);
      if (person.revoked) await registry.revokeOfficer(address);
    }
    return Object.fromEntries(entries.map(([name, , account]) => [name, account])) as Officers;
  }
}

type One = HardhatEthersSigner;
type Tuple12 = [One, One, One, One, One, One, One, One, One, One, One, One];

let genesis: string | undefined;

/** Puts the chain back to its first block, so that other code can be deployed to the same addresses. */
export async function resetChain(): Promise<void> {
  networkHelpers.clearSnapshots();
  if (genesis !== undefined) await ethers.provider.send("evm_revert", [genesis]);
  genesis = (await ethers.provider.send("evm_snapshot", [])) as string;
}

/** Deploys one contract of the ledger by itself. */
export async function deployAlone<T extends BaseContract>(
  name: ContractName,
  args: unknown[],
  by: Signer,
): Promise<T> {
  const { abi, bytecode } = await compiled(name);
  return (await new ethers.ContractFactory(abi, bytecode, by).deploy(...args)) as unknown as T;
}
