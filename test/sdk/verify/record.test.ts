import { expect } from "chai";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import { verifyRecord } from "../../../sdk/verify/record.ts";
import type { RecordClaim, RecordOutcome, RecordStep } from "../../../sdk/verify/record.ts";
import { startTestChain } from "../support/chain.ts";
import type { TestChain } from "../support/chain.ts";
import { collect } from "../support/collect.ts";
import { enrol } from "../support/enrol.ts";
import { startLyingNode } from "../support/http-server.ts";

const event = abis.IAgencyRegistry.find(({ name }) => name === "AgencyEnrolled") as AbiEvent;

async function steps(claim: RecordClaim): Promise<RecordStep[]> {
  return await collect(verifyRecord(claim));
}

describe("checking one figure from a reader's side", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let claim: RecordClaim;

  before(async () => {
    chain = await startTestChain();
    const registry = await enrol(chain, 2);
    const [, log] = await registry.queryFilter(registry.filters.AgencyEnrolled());
    if (!log) throw new Error("no event");
    claim = {
      rpcUrl: chain.url,
      chainId: chain.deployment.chainId,
      event,
      reference: {
        address: log.address.toLowerCase(),
        blockNumber: log.blockNumber,
        logIndex: log.index,
        txHash: log.transactionHash,
      },
      expected: { code: "2", nameEn: "Test office 2", province: 10 },
    };
  });
  after(() => chain.stop());

  it("agrees with what the event says, and tells each step as plain data", async () => {
    const told = await steps(claim);
    expect(told.map(({ step }) => step)).to.deep.equal(["asked", "followed", "agrees"]);
    const { txHash, logIndex } = claim.reference;
    expect(told[1]?.detail).to.deep.equal({
      txHash,
      logIndex,
      from: (await chain.signer.getAddress()).toLowerCase(),
      found: true,
    });
    expect(told[2]?.detail).to.deep.equal({
      event: "AgencyEnrolled",
      found: true,
      fields: [
        { field: "code", expected: "2", found: "2", same: true },
        { field: "nameEn", expected: "Test office 2", found: "Test office 2", same: true },
        { field: "province", expected: "10", found: "10", same: true },
      ],
    });
    expect(JSON.parse(JSON.stringify(told))).to.deep.equal(told);
  });

  it("differs where one field is another, and says which", async () => {
    const last = (await steps({ ...claim, expected: { ...claim.expected, province: 50 } })).at(-1);
    expect(last?.step).to.equal("differs");
    const { fields } = last?.detail as RecordOutcome;
    expect(fields.filter(({ same }) => !same)).to.deep.equal([
      { field: "province", expected: "50", found: "10", same: false },
    ]);
  });

  it("differs when the ledger has no such event there", async () => {
    const other = abis.IAgencyRegistry.find(({ name }) => name === "AgencySuspended") as AbiEvent;
    const { reference } = claim;
    for (const change of [
      { reference: { ...reference, txHash: `0x${"12".repeat(32)}` } },
      { reference: { ...reference, logIndex: 7 } },
      { reference: { ...reference, blockNumber: reference.blockNumber - 1 } },
      { reference: { ...reference, address: `0x${"12".repeat(20)}` } },
      { event: other, expected: { code: 2 } },
    ]) {
      const told = await steps({ ...claim, ...change });
      expect(told.map(({ step }) => step)).to.deep.equal(["asked", "followed", "differs"]);
      expect(told[2]?.detail).to.include({ found: false });
    }
  });

  it("cannot be made when the node has lost the receipt of a transaction of the block", async () => {
    const node = await startLyingNode(chain.url, ({ method }, answer) => {
      if (method === "eth_getTransactionReceipt") answer.result = null;
    });
    try {
      const last = (await steps({ ...claim, rpcUrl: node.url })).at(-1);
      expect(last?.step).to.equal("cannot");
      expect(last?.detail).to.include({ code: "VERIFY_RECEIPT_MISSING" });
    } finally {
      await node.stop();
    }
  });
});
