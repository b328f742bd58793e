import { expect } from "chai";
import { keccak256 } from "ethers";
import { headerHash } from "../../../scripts/audit/chain/header-hash.ts";
import type { RpcHeader } from "../../../scripts/audit/chain/header-hash.ts";
import { registerInterface } from "../../../sdk/replay/index.ts";
import type { RpcLog } from "../../../sdk/verify/read-logs.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { rpc } from "../../support/json-rpc.ts";
import {
  aboutLogs,
  auditThrough,
  codesOf,
  findingsOf,
  findLog,
  getterCall,
  partOf,
  runningDemo,
} from "./support.ts";

describe("an audit through a node that lies", function () {
  this.timeout(120_000);
  let demo: DemoFixture;

  before(async () => (demo = await runningDemo()));

  it("finds a log that is held back, with register and block, and what it would have changed", async () => {
    let dropped: RpcLog | undefined;
    const report = await auditThrough(
      demo,
      aboutLogs((logs) => {
        const place = findLog(logs, "BudgetLines", "LinePaid", 1);
        if (place >= 0) [dropped] = logs.splice(place, 1);
      }),
    );
    const [journal, ...others] = partOf(report, "journals").findings;
    expect(others).to.deep.equal([]);
    const block = Number(dropped!.blockNumber);
    expect(journal).to.include({ code: "JOURNAL_COUNT", entity: "BudgetLines", block });
    const id = BigInt(dropped!.topics[1]!);
    const rules = partOf(report, "rules").findings;
    expect(rules.map(({ entity }) => entity).join()).to.contain(`line ${id}`);
    expect(report.verdict).to.equal("findings");
  });

  it("finds a log whose amount was altered, with the block and the counters that no longer follow", async () => {
    let block = 0;
    const report = await auditThrough(
      demo,
      aboutLogs((logs) => {
        const log = logs[findLog(logs, "BudgetLines", "LineCommitted")] as {
          data: string;
          blockNumber: string;
        };
        if (!log) return;
        block = Number(log.blockNumber);
        log.data = `0x${(BigInt(log.data.slice(0, 66)) + 1n).toString(16).padStart(64, "0")}${log.data.slice(66)}`;
      }),
    );
    expect(partOf(report, "journals").findings).to.have.length(1);
    expect(partOf(report, "journals").findings[0]).to.include({
      code: "JOURNAL_ROOT",
      entity: "BudgetLines",
      block,
    });
    expect(partOf(report, "rules").findings[0]).to.include({ code: "COUNTERS_AFTER_EVENT", block });
  });

  const orders: [string, (logs: RpcLog[]) => void][] = [
    ["is given twice", (logs) => logs.splice(40, 0, logs[40]!)],
    ["has changed its place", (logs) => logs.splice(40, 2, logs[41]!, logs[40]!)],
  ];
  for (const [name, change] of orders) {
    it(`finds a log that ${name}`, async () => {
      const report = await auditThrough(demo, aboutLogs(change));
      expect(codesOf(report)).to.include("LOG_ORDER");
      expect(
        partOf(report, "journals")
          .findings.map(({ code }) => code)
          .join(),
      ).to.match(/JOURNAL_/);
    });
  }

  it("finds a log that claims another block", async () => {
    const report = await auditThrough(
      demo,
      aboutLogs((logs) => Object.assign(logs[50]!, { blockHash: `0x${"ab".repeat(32)}` })),
    );
    expect(codesOf(report)).to.deep.equal(["LOG_BLOCK"]);
    expect(findingsOf(report)[0]!.found).to.equal(`0x${"ab".repeat(32)}`);
  });

  it("finds a log that cannot be read", async () => {
    const report = await auditThrough(
      demo,
      aboutLogs((logs) => {
        const place = findLog(logs, "BudgetLines", "LinePaid");
        if (place >= 0) Object.assign(logs[place]!, { data: "0x1234" });
      }),
    );
    expect(codesOf(report)).to.include.members(["LOG_UNREADABLE"]);
    expect(report.verdict).to.equal("findings");
  });

  const changedHeader = (block: number, change: (header: Record<string, string>) => void) =>
    auditThrough(demo, ({ method }, { result }) => {
      const header = result as Record<string, string> | null;
      if (method === "eth_getBlockByNumber" && Number(header?.number) === block) change(header!);
    });

  it("finds one header that was changed under its hash", async () => {
    const report = await changedHeader(100, (header) => (header.timestamp = "0x1"));
    expect(codesOf(report)).to.include("BLOCK_HASH");
    expect(findingsOf(report).find(({ code }) => code === "BLOCK_HASH")).to.include({
      entity: "block 100",
      block: 100,
    });
  });

  it("finds one header that was changed with a hash to match: the next block does not follow from it", async () => {
    const report = await changedHeader(100, (header) => {
      header.gasUsed = "0x1";
      header.hash = headerHash(header as unknown as RpcHeader)!;
    });
    expect(findingsOf(report).find(({ code }) => code === "BLOCK_PARENT")).to.include({
      entity: "block 101",
    });
  });

  it("finds a header that is missing", async () => {
    const report = await auditThrough(demo, ({ method, params }, answer) => {
      if (method === "eth_getBlockByNumber" && Number(params[0]) === 100) answer.result = null;
    });
    expect(findingsOf(report)[0]).to.include({ code: "BLOCK_MISSING", entity: "block 100" });
  });

  it("finds a journal that is an older one", async () => {
    const { address } = demo.deployment.contracts.BudgetDisbursements!;
    const data = registerInterface("BudgetDisbursements").encodeFunctionData("journal");
    const head = await demo.provider.getBlockNumber();
    const older = await rpc<string>(demo.chain.rpcUrl, "eth_call", [{ to: address, data }, "0xa0"]);
    const report = await auditThrough(demo, (request, answer) => {
      const isNewest = Number(request.params[1]) === head;
      if (isNewest && getterCall(demo, "BudgetDisbursements", request)?.name === "journal")
        answer.result = older;
    });
    expect(findingsOf(report)).to.have.length(1);
    expect(findingsOf(report)[0]).to.include({ code: "JOURNAL_COUNT", entity: "BudgetDisbursements" });
  });

  it("finds a getter that tells another amount, with entity and field", async () => {
    const abi = registerInterface("BudgetLines");
    const report = await auditThrough(demo, (request, answer) => {
      const call = getterCall(demo, "BudgetLines", request);
      if (call?.name !== "line" || call.args[0] !== 3n) return;
      const [line] = abi.decodeFunctionResult("line", answer.result as string);
      const fields = (line as { toArray(deep: boolean): unknown[] }).toArray(true);
      const counters = fields.at(-1) as bigint[];
      counters[7] = counters[7]! + 1n;
      answer.result = abi.encodeFunctionResult("line", [fields]);
    });
    expect(findingsOf(report)).to.have.length(1);
    const [finding] = findingsOf(report);
    expect(finding).to.include({ code: "STORAGE", entity: "line 3 (BudgetLines.line: counters.paid)" });
    expect(BigInt(finding!.found)).to.equal(BigInt(finding!.expected) + 1n);
  });

  it("finds an entity that the contract does not give", async () => {
    const report = await auditThrough(demo, (request, answer) => {
      const call = getterCall(demo, "BudgetCommitments", request);
      if (call?.name !== "commitment" || call.args[0] !== 2n) return;
      delete answer.result;
      Object.assign(answer, { error: { code: 3, message: "execution reverted" } });
    });
    expect(findingsOf(report).map(({ code, entity }) => [code, entity])).to.deep.equal([
      ["STORAGE", "commitment 2 (BudgetCommitments.commitment)"],
    ]);
  });

  it("finds other code at an address", async () => {
    const { address } = demo.deployment.contracts.BudgetFlags!;
    let code = "";
    const report = await auditThrough(demo, ({ method, params }, answer) => {
      if (method !== "eth_getCode" || String(params[0]) !== address) return;
      const honest = String(answer.result);
      code = `${honest.slice(0, 202)}${honest.slice(202, 204) === "00" ? "01" : "00"}${honest.slice(204)}`;
      answer.result = code;
    });
    const [hash, differs] = partOf(report, "contracts").findings;
    expect(hash).to.include({ code: "CODE_HASH", entity: "BudgetFlags", found: keccak256(code) });
    expect(differs).to.include({ code: "CODE_DIFFERS", entity: `BudgetFlags at ${address}, byte 100` });
  });
});
