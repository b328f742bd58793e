import { expect } from "chai";
import { encodeBytes32Text } from "../../sdk/bytes32.ts";
import { ledgerContract } from "../../sdk/contracts.ts";
import { codeOf } from "./support/code-of.ts";
import { startTestChain } from "./support/chain.ts";
import type { TestChain } from "./support/chain.ts";

describe("typed contracts", function () {
  this.timeout(60_000);
  let chain: TestChain;
  before(async () => {
    chain = await startTestChain();
  });
  after(() => chain.stop());

  it("read and write the deployed contract", async () => {
    const directory = ledgerContract("Directory", chain.deployment, chain.signer);
    const name = encodeBytes32Text("AgencyRegistry");
    await (await directory.publish(name, chain.deployment.contracts["AgencyRegistry"]?.address ?? "")).wait();
    const { version, retired } = await directory.latest(name);
    expect({ version, retired }).to.deep.equal({ version: 1n, retired: false });
    const [published] = await directory.queryFilter(directory.filters.DeploymentPublished());
    expect(published?.args.name).to.equal(name);
  });

  it("are refused for a deployment without them, or with a malformed address", () => {
    const { deployment, provider } = chain;
    const without = { ...deployment, contracts: {} };
    expect(codeOf(() => ledgerContract("Directory", without, provider))).to.equal(
      "DEPLOYMENT_CONTRACT_UNKNOWN",
    );
    const malformed = { ...deployment, contracts: { Directory: { address: "0x12", version: 1, block: 1 } } };
    expect(codeOf(() => ledgerContract("Directory", malformed, provider))).to.equal(
      "DEPLOYMENT_CONTRACT_UNKNOWN",
    );
  });
});
