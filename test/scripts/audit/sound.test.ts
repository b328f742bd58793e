import { expect } from "chai";
import { auditOf, partOf, runningDemo } from "./support.ts";
import { reportText } from "../../../scripts/audit/print.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { rejection } from "../../support/rejection.ts";

describe("an audit of a sound ledger", function () {
  this.timeout(60_000);
  let demo: DemoFixture;

  before(async () => (demo = await runningDemo()));

  it("finds nothing, from the Directory's address and the documents alone, and says how much it compared", async () => {
    const report = await auditOf(demo);
    expect(reportText(report)).to.contain("SOUND").and.not.to.contain("✘");
    expect(report.verdict).to.equal("sound");
    const head = await demo.provider.getBlockNumber();
    expect(report.block).to.equal(head);
    expect(partOf(report, "chain").checked).to.deep.equal({ blocks: head + 1, parents: head });
    expect(partOf(report, "contracts").checked).to.include({ "runtime codes": 11, immutables: 75 });
    expect(partOf(report, "journals").checked.journals).to.equal(9);
    expect(partOf(report, "imports").checked).to.include({ batches: 1, rows: 250 });
    const { provider, deployment } = demo;
    const logs = await provider.getLogs({ fromBlock: 0 });
    const registers = Object.entries(deployment.contracts)
      .filter(([name]) => !["AccessManager", "Consortium"].includes(name))
      .map(([, { address }]) => address);
    // AccessManaged's own event is no entry of a journal; each of its six contracts emits it once.
    const entries = logs.filter(({ address }) => registers.includes(address)).length - 6;
    expect(partOf(report, "journals").checked.events).to.equal(entries);
    expect(partOf(report, "rules").checked.events).to.equal(entries);
    expect(partOf(report, "storage").checked).to.include({
      line: 13,
      commitment: 9,
      disbursement: 18,
      flag: 3,
    });
    expect(partOf(report, "documents").checked.documents).to.be.greaterThan(100);
  });

  it("holds as of any block of the past", async () => {
    const head = await demo.provider.getBlockNumber();
    for (const block of [60, 150, head - 3]) {
      const report = await auditOf(demo, { block });
      expect(report.block).to.equal(block);
      expect(report.verdict, reportText(report)).to.equal("sound");
    }
  });

  it("compares a description that somebody hands out, and finds another chain, address or id in it", async () => {
    const { deployment } = demo;
    expect((await auditOf(demo, { deployment })).verdict).to.equal("sound");
    const address = deployment.contracts.Directory!.address;
    const contracts = {
      ...deployment.contracts,
      BudgetLines: { ...deployment.contracts.BudgetLines!, address },
    };
    const wrong = { ...deployment, chainId: 1, deploymentId: `0x${"11".repeat(32)}`, contracts };
    const report = await auditOf(demo, { deployment: wrong });
    expect(report.verdict).to.equal("findings");
    expect(partOf(report, "chain").findings.map(({ code }) => code)).to.deep.equal([
      "CHAIN_ID",
      "DEPLOYMENT_ID",
    ]);
    expect(partOf(report, "contracts").findings).to.deep.equal([
      {
        ...{ part: "contracts", code: "CONTRACT_ADDRESS", entity: "BudgetLines", found: address },
        expected: deployment.contracts.BudgetLines!.address,
      },
    ]);
  });

  it("says that headers were sampled with --fast, and that documents were left out", async () => {
    const report = await auditOf(demo, { fast: true, documents: null });
    expect(report.verdict).to.equal("incomplete");
    expect(partOf(report, "documents").open).to.have.length(1);
    expect(partOf(report, "imports").open).to.have.length(1);
    expect(reportText(report)).to.contain("INCOMPLETE");
  });

  const impossible: [string, object, string][] = [
    ["a node that is away", { rpcUrl: "http://127.0.0.1:1" }, "RPC_UNREACHABLE"],
    ["an address without a Directory", { directory: `0x${"12".repeat(20)}` }, "AUDIT_NO_DIRECTORY"],
    ["a block that is not there yet", { block: 1_000_000 }, "AUDIT_BLOCK_UNKNOWN"],
  ];
  for (const [name, change, code] of impossible) {
    it(`cannot be made against ${name}, and says why`, async () => {
      expect(await rejection(auditOf(demo, change))).to.have.property("code", code);
    });
  }
});
