import { expect } from "chai";
import {
  Contract,
  ContractFactory,
  encodeBytes32String,
  Interface,
  NonceManager,
  toBeHex,
  ZeroHash,
} from "ethers";
import type { InterfaceAbi } from "ethers";
import type { Finding } from "../../../scripts/audit/part.ts";
import type { AuditReport } from "../../../scripts/audit/run.ts";
import { citizens, publisher } from "../../../scripts/demo/cast.ts";
import { artifactsFrom } from "../../../scripts/deploy/artifacts.ts";
import type { ContractName } from "../../../scripts/deploy/plan.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { auditOf, auditThrough, partOf, runningDemo } from "./support.ts";

const addressOf = (demo: DemoFixture, name: string) => demo.deployment.contracts[name]!.address;
const stranger = citizens[1]!.address;
const legacy = { gasPrice: 0, type: 0 };

type Sent = { wait(): Promise<unknown> };

/** Deploys code and publishes it in the Directory under a name, as the publisher may. */
async function publish(
  demo: DemoFixture,
  name: string,
  code: ContractName,
  args: unknown[],
): Promise<string> {
  const { abi, bytecode } = await artifactsFrom()(code);
  const own = new NonceManager(citizens[0]!.connect(demo.provider));
  const contract = await new ContractFactory(abi, bytecode, own).deploy(...args, legacy);
  await contract.waitForDeployment();
  const target = await contract.getAddress();
  const signer = publisher.connect(demo.provider);
  const directory = new Contract(addressOf(demo, "Directory"), abis.Directory as InterfaceAbi, signer);
  await ((await directory.getFunction("publish")(encodeBytes32String(name), target, legacy)) as Sent).wait();
  return target;
}

describe("an audit of a ledger with other contracts", function () {
  this.timeout(120_000);
  let report: AuditReport;
  let target: string;
  const found = (of: string): Finding[] =>
    partOf(report, "contracts").findings.filter(({ entity }) => entity.startsWith(of));

  before(async () => {
    const demo = await startDemo();
    try {
      const manager = addressOf(demo, "AccessManager");
      target = await publish(demo, "BudgetFlags", "AgencyRegistry", [manager]);
      await publish(demo, "ImportAnchor", "ImportAnchor", [stranger]);
      await publish(demo, "BudgetProjects", "BudgetProjects", [stranger, addressOf(demo, "AgencyRegistry")]);
      await publish(demo, "FutureRegister", "AgencyRegistry", [manager]);
      report = await auditOf(demo);
    } finally {
      await demo.stop();
    }
  });

  it("finds code at a listed address that is not what the repository compiles", () => {
    const [finding, ...others] = found("BudgetFlags");
    expect(others).to.deep.equal([]);
    expect(finding!.code).to.equal("CODE_DIFFERS");
    expect(finding!.entity).to.match(new RegExp(`^BudgetFlags at ${target}, byte \\d+$`));
  });

  it("finds the right code that obeys a registry of somebody else", () => {
    expect(found("ImportAnchor")).to.have.length.greaterThan(0);
    for (const finding of found("ImportAnchor")) {
      expect(finding).to.include({ code: "IMMUTABLE", entity: "ImportAnchor registry" });
      expect(BigInt(finding.found)).to.equal(BigInt(stranger));
    }
  });

  it("finds the right code under an AccessManager of somebody else, and without the rights of the old one", () => {
    expect(found("BudgetProjects")[0]).to.include({
      code: "AUTHORITY",
      entity: "BudgetProjects",
      found: stranger,
    });
    expect(found("BudgetProjects.cancelProject")[0]).to.include({
      code: "RIGHTS",
      found: "ADMIN",
      expected: "BUDGET_LINES",
    });
  });

  it("says what it cannot check: a contract that this repository does not know, and earlier versions", () => {
    const { open, notes } = partOf(report, "contracts");
    expect(open).to.deep.equal(["FutureRegister is listed in the Directory and unknown to this repository"]);
    expect(notes).to.deep.equal(
      ["BudgetProjects", "BudgetFlags", "ImportAnchor"].map(
        (name) => `${name}: version 2 is audited, not the earlier`,
      ),
    );
  });

  it("finds a stranger who was given the highest right", async () => {
    const demo = await runningDemo();
    const manager = new Interface(abis.AccessManager);
    const { topicHash } = manager.getEvent("RoleGranted")!;
    const through = await auditThrough(demo, ({ method, params }, answer) => {
      const [asked] = params as [{ address?: unknown } | undefined];
      if (method !== "eth_getLogs" || asked?.address !== addressOf(demo, "AccessManager")) return;
      const logs = answer.result as { topics: string[] }[];
      const granted = logs.findLast(({ topics }) => topics[0] === topicHash);
      if (granted) logs.push({ ...granted, topics: [topicHash, ZeroHash, toBeHex(stranger, 32)] });
    });
    const [finding, ...others] = partOf(through, "contracts").findings;
    expect(others).to.deep.equal([]);
    const consortium = addressOf(demo, "Consortium");
    expect(finding).to.include({ code: "RIGHTS", entity: "ADMIN", found: `${consortium}, ${stranger}` });
  });
});
