import { expect } from "chai";
import { journalEvents } from "../../../sdk/registers.ts";
import { verifyJournal } from "../../../sdk/verify/journal.ts";
import type { JournalClaim, JournalStep } from "../../../sdk/verify/journal.ts";
import { rejection } from "../../support/rejection.ts";
import { startTestChain } from "../support/chain.ts";
import type { TestChain } from "../support/chain.ts";
import { collect } from "../support/collect.ts";
import { enrol } from "../support/enrol.ts";
import { startLyingNode } from "../support/http-server.ts";

async function steps(claim: JournalClaim): Promise<JournalStep[]> {
  return await collect(verifyJournal(claim));
}

describe("checking a journal from a reader's side", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let claim: JournalClaim;

  before(async () => {
    chain = await startTestChain();
    const registry = await enrol(chain, 6);
    const block = await chain.provider.getBlockNumber();
    const { count, root } = await registry.journal();
    claim = {
      rpcUrl: chain.url,
      chainId: chain.deployment.chainId,
      address: await registry.getAddress(),
      fromBlock: chain.deployment.contracts["AgencyRegistry"]?.block ?? 0,
      block,
      expected: { count: Number(count), root },
      events: journalEvents("AgencyRegistry"),
    };
    await (await registry.renameAgency(1, "ชื่อใหม่", "New name")).wait();
  });
  after(() => chain.stop());

  it("agrees with an honest mirror, as of its block, and tells each step as plain data", async () => {
    const told = await steps(claim);
    expect(told.map(({ step }) => step)).to.deep.equal(["asked", "followed", "agrees"]);
    expect(told[1]?.detail).to.deep.equal({ entries: 12, total: 12, block: claim.block });
    const { expected } = claim;
    expect(told[2]?.detail).to.deep.equal({ expected, onChain: expected, folded: expected });
    expect(JSON.parse(JSON.stringify(told))).to.deep.equal(told);
  });

  it("differs from a mirror that claims another root or count, and says what the ledger has", async () => {
    for (const expected of [
      { ...claim.expected, root: `0x${"00".repeat(32)}` },
      { ...claim.expected, count: claim.expected.count + 1 },
    ]) {
      const last = (await steps({ ...claim, expected })).at(-1);
      expect(last).to.deep.equal({
        step: "differs",
        detail: { expected, onChain: claim.expected, folded: claim.expected },
      });
    }
  });

  type LogAnswer = { result: { data: string; topics: string[] }[] };
  const lies: [string, (answer: LogAnswer) => unknown][] = [
    ["drops a log", ({ result }) => result.splice(4, 1)],
    ["repeats a log", ({ result }) => result.push(result[3] as never)],
    ["swaps two logs", ({ result }) => result.push(...result.splice(-2, 1))],
    [
      "alters a byte of a name",
      ({ result }) => {
        const log = result[1] as LogAnswer["result"][number];
        log.data = log.data.replace(/[0-9a-f]{2}(?=(00)*$)/, (byte) => (byte === "aa" ? "ab" : "aa"));
      },
    ],
    ["swaps two indexed values", ({ result }) => result[2]?.topics.push(...result[2].topics.splice(1, 1))],
  ];
  for (const [name, lie] of lies) {
    it(`differs when the node ${name}`, async () => {
      const node = await startLyingNode(chain.url, (request, answer) => {
        if (request.method === "eth_getLogs") lie(answer as unknown as LogAnswer);
      });
      try {
        const last = (await steps({ ...claim, rpcUrl: node.url })).at(-1);
        expect(last?.step).to.equal("differs");
        expect(last?.detail).to.deep.include({ onChain: claim.expected });
      } finally {
        await node.stop();
      }
    });
  }

  it("halves ranges that the node refuses as too large", async () => {
    const node = await startLyingNode(chain.url, ({ method, params }, answer) => {
      const [filter] = params as [{ fromBlock: string; toBlock: string }];
      if (method !== "eth_getLogs" || Number(filter.toBlock) - Number(filter.fromBlock) < 4) return;
      delete answer.result;
      answer.error = { code: -32602, message: "range too large" };
    });
    try {
      const told = await steps({ ...claim, rpcUrl: node.url });
      expect(told.at(-1)?.step).to.equal("agrees");
      expect(told.filter(({ step }) => step === "followed")).to.have.length.above(2);
    } finally {
      await node.stop();
    }
  });

  it("notices that the chain was reorganised meanwhile", async () => {
    let asked = 0;
    const node = await startLyingNode(chain.url, ({ method }, answer) => {
      const block = answer.result as { hash: string };
      if (method === "eth_getBlockByNumber" && ++asked === 2) block.hash = `0x${"ab".repeat(32)}`;
    });
    try {
      expect((await steps({ ...claim, rpcUrl: node.url })).at(-1)?.detail).to.include({
        code: "VERIFY_REORGANISED",
      });
    } finally {
      await node.stop();
    }
  });

  const impossible: [string, Partial<JournalClaim>, string][] = [
    ["another chain", { chainId: 1 }, "VERIFY_OTHER_CHAIN"],
    ["a block that is not there yet", { block: 1_000_000 }, "VERIFY_BLOCK_UNKNOWN"],
    ["an address without a contract", { address: `0x${"12".repeat(20)}` }, "VERIFY_NO_JOURNAL"],
    ["a node that is away", { rpcUrl: "http://127.0.0.1:1" }, "RPC_UNREACHABLE"],
  ];
  for (const [name, change, code] of impossible) {
    it(`cannot be made against ${name}, and says why`, async () => {
      const last = (await steps({ ...claim, ...change })).at(-1);
      expect(last?.step).to.equal("cannot");
      expect(last?.detail).to.include({ code }).and.to.have.nested.property("texts.th.mend").that.is.not
        .empty;
    });
  }

  it("stops with the reader's reason", async () => {
    const controller = new AbortController();
    controller.abort(new Error("left the page"));
    const check = collect(verifyJournal(claim, { signal: controller.signal }));
    expect(await rejection(check)).to.have.property("message", "left the page");
  });
});
