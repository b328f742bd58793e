import { expect } from "chai";
import { artifacts } from "hardhat";
import { contractNames } from "../../scripts/deploy/plan.ts";
import { altered } from "../support/ledger.ts";

/** EIP-170 and EIP-3860: bytes of deployed code, and of the code that deploys it. */
const [DEPLOYED, INITIAL] = [24_576, 49_152];

describe("the size of code", () => {
  for (const name of contractNames) {
    it(`of ${name} is within the limits of every chain`, async function () {
      if (altered) this.skip();
      const { bytecode, deployedBytecode } = await artifacts.readArtifact(name);
      expect((deployedBytecode.length - 2) / 2).to.be.within(500, DEPLOYED);
      expect((bytecode.length - 2) / 2).to.be.within(500, INITIAL);
    });
  }
});
