import { expect } from "chai";
import { artifacts } from "hardhat";

/** EIP-170. */
const LIMIT = 24_576;

describe("the size of deployed code", () => {
  for (const name of ["BudgetProjects", "BudgetLines", "BudgetCommitments", "BudgetDisbursements"]) {
    it(`of ${name} is within the limit of every chain`, async () => {
      const { deployedBytecode } = await artifacts.readArtifact(name);
      const size = (deployedBytecode.length - 2) / 2;
      expect(size).to.be.within(1_000, LIMIT);
    });
  }
});
