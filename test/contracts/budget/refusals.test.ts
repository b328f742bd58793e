import { expect } from "chai";
import { ethers, ledger, compiled } from "../../support/ledger.ts";
import { itRefuses } from "../../support/budget/refusals.ts";
import { commitmentRefusals } from "./refusals/commitments/index.ts";
import { disbursementRefusals } from "./refusals/disbursements.ts";
import { lineRefusals } from "./refusals/lines.ts";
import { projectRefusals } from "./refusals/projects.ts";

/** Refused elsewhere in this folder, because they need more than one scene. */
const elsewhere = [
  // Every state against every call: states.test.ts
  "BudgetCommitmentsStateWrong",
  "BudgetDisbursementsStateWrong",
  // Below
  "AccessManagedInvalidAuthority",
  // Declared by OpenZeppelin's interface; its implementation asks the manager, which has errors of its own.
  "AccessManagedRequiredDelay",
];

describe("the budget refuses", () => {
  describe("BudgetProjects", () => itRefuses(projectRefusals));
  describe("BudgetLines", () => itRefuses(lineRefusals));
  describe("BudgetCommitments", () => itRefuses(commitmentRefusals));
  describe("BudgetDisbursements", () => itRefuses(disbursementRefusals));

  it("with every error that its contracts declare", async () => {
    const tables = [projectRefusals, lineRefusals, commitmentRefusals, disbursementRefusals];
    const refused = new Set([...tables.flat().map(({ error }) => error), ...elsewhere]);
    const { projects, lines, commitments, disbursements } = await ledger();
    const declared = new Set<string>();
    for (const { interface: abi } of [projects, lines, commitments, disbursements]) {
      abi.forEachError(({ name }) => declared.add(name));
    }
    expect([...declared].filter((error) => !refused.has(error))).to.deep.equal([]);
  });

  it("an authority that is no contract", async () => {
    const { registry, stranger, deployer } = await ledger();
    const [managerCode, projectsCode] = [await compiled("AccessManager"), await compiled("BudgetProjects")];
    const managers = new ethers.ContractFactory(managerCode.abi, managerCode.bytecode, deployer);
    const manager = await managers.deploy(deployer.address);
    const factory = new ethers.ContractFactory(projectsCode.abi, projectsCode.bytecode, deployer);
    const projects = await factory.deploy(await manager.getAddress(), await registry.getAddress());
    const target = await projects.getAddress();
    await expect(manager.getFunction("updateAuthority")(target, stranger.address))
      .to.be.revertedWithCustomError(projects, "AccessManagedInvalidAuthority")
      .withArgs(stranger.address);
  });
});
