import { expect } from "chai";
import { registrar } from "../../../scripts/demo/cast.ts";
import { journalEvents, registerNames } from "../../../sdk/registers.ts";
import type { RegisterEvent } from "../../../sdk/replay/index.ts";
import { connection, data, nodes } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";
import { chainEvents } from "../support/replayed.ts";
import { runningApi } from "../support/running.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";

describe("the ledger", function () {
  this.timeout(60_000);
  let demo: DemoFixture;
  let events: RegisterEvent[];
  before(async () => {
    ({ demo } = (await runningApi()).mirror);
    const folded = new Map(
      registerNames.map((name) => [name, journalEvents(name).map((event) => event.name)]),
    );
    events = (await chainEvents(demo)).filter(({ register, name }) => folded.get(register)!.includes(name));
  });

  it("says what an answer stands on, as the chain has it", async () => {
    const { _meta } = await data<{ _meta: Node }>(
      "{ _meta { block blockHash blockTimestamp head lag chainId deployment demonstration halted } }",
    );
    const block = (await demo.provider.getBlock("latest"))!;
    expect(_meta).to.deep.equal({
      block: block.number,
      blockHash: block.hash,
      blockTimestamp: new Date(block.timestamp * 1000).toISOString().replace(".000Z", "Z"),
      head: block.number,
      lag: 0,
      chainId: 31_337,
      deployment: demo.deployment.deploymentId,
      demonstration: true,
      halted: null,
    });
  });

  it("lists every event of the chain, newest first, with its arguments and a sentence in both languages", async () => {
    const told = await nodes(
      "events",
      "",
      "cursor name contractName provenance { block txHash logIndex } args { name type value } text { th en }",
    );
    expect(
      told.map(({ name, contractName, provenance }) => ({ name, contractName, ...(provenance as object) })),
    ).to.deep.equal(
      events.toReversed().map(({ name, register, block, txHash, logIndex }) => ({
        name,
        contractName: register,
        block,
        txHash,
        logIndex,
      })),
    );
    for (const [i, { cursor, args, text }] of told.entries()) {
      const event = events.at(-1 - i)!;
      expect(cursor).to.equal(`${event.block}:${event.logIndex}`);
      const values = Object.fromEntries(
        (args as Record<string, string>[]).map(({ name, value }) => [name, value]),
      );
      expect(Object.keys(values)).to.deep.equal(Object.keys(event.args));
      for (const [name, value] of Object.entries(event.args))
        if (typeof value === "bigint") expect(values[name], `${event.name}.${name}`).to.equal(String(value));
      const { th, en } = text as { th: string; en: string };
      expect(th, event.name).to.match(/[ก-๙]/);
      expect(en, event.name).to.match(/^[A-Z0-9]/);
    }
  });

  it("names who signed an event, and never whom it is about", async () => {
    const told = await connection("events(first: 1000)", "name signer provenance { txHash }");
    const signed = told.nodes.filter(({ signer }) => signer !== null);
    expect(signed.length).to.be.above(100);
    for (const { name, signer, provenance } of signed) {
      // Whoever raises a flag signs it, and another may hand it in.
      if (name === "FlagRaised") continue;
      const { txHash } = provenance as { txHash: string };
      expect(signer, String(name)).to.equal((await demo.provider.getTransaction(txHash))!.from);
    }
  });

  it("filters events by contract, name, project and agency", async () => {
    const count = async (args: string) =>
      (await data<{ list: { totalCount: number } }>(`{ list: events(first: 1, ${args}) { totalCount } }`))
        .list.totalCount;
    const of = (holds: (event: RegisterEvent) => boolean) => events.filter(holds).length;
    expect(await count('contract: ["BudgetLines", "BudgetFlags"]')).to.equal(
      of(({ register }) => register === "BudgetLines" || register === "BudgetFlags"),
    );
    expect(await count('name: ["DisbursementPaid"]')).to.equal(of(({ name }) => name === "DisbursementPaid"));
    expect(await count('contract: ["BudgetLines"], name: ["DisbursementPaid"]')).to.equal(0);
    expect(await count('contract: ["a\\u0000b"]')).to.equal(0);
    const { agencies } = await data<{
      agencies: { nodes: { projects: { nodes: { code: string; events: Node }[] } }[] };
    }>("{ agencies { nodes { projects(first: 10) { nodes { code events(first: 1) { totalCount } } } } } }");
    for (const { projects } of agencies.nodes)
      for (const { code, events: under } of projects.nodes) {
        const total = await count(`projectCode: "${code}"`);
        expect(total).to.equal(under.totalCount).and.above(3);
      }
    expect(await count("agency: 91002")).to.be.above(50);
    expect(await count("agency: 1")).to.equal(0);
  });

  it("shows blocks and transactions as the chain has them", async () => {
    const { block: number, txHash } = events.find(({ name }) => name === "DisbursementPaid")!;
    const found = await data<{ block: Node; transaction: Node; none: null; above: null; below: null }>(
      `{ block(number: ${number}) { number hash parentHash timestamp transactionHashes events { name } }
         transaction(hash: "${txHash}") { hash block index from to contractName function args { name value } input succeeded
           refusal { txHash } events { name } }
         none: transaction(hash: "0x${"11".repeat(32)}") { hash } above: block(number: 9999999) { number } below: block(number: -1) { number } }`,
    );
    const block = (await demo.provider.getBlock(number))!;
    const transaction = (await demo.provider.getTransaction(txHash))!;
    const names = events.filter((event) => event.block === number).map(({ name }) => ({ name }));
    expect(found.block).to.deep.include({
      number,
      hash: block.hash,
      parentHash: block.parentHash,
      transactionHashes: [...block.transactions],
      events: names,
    });
    expect(found.transaction).to.deep.include({
      hash: txHash,
      block: number,
      from: transaction.from,
      to: transaction.to,
      contractName: "BudgetDisbursements",
      function: "pay",
      input: transaction.data,
      succeeded: true,
      refusal: null,
      events: names,
    });
    expect([found.none, found.above, found.below]).to.deep.equal([null, null, null]);
  });

  it("shows what was refused: the call, the contract's error with its values, and the words", async () => {
    const refused = (await nodes(
      "refusals",
      "",
      "txHash block from contractName function reason { code args { name value } th { what why mend } en { what why mend } }",
    )) as unknown as {
      txHash: string;
      block: number;
      contractName: string;
      function: string;
      reason: { code: string; args: Node[] };
    }[];
    expect(refused.length).to.be.at.least(10);
    expect(refused.map(({ block }) => block)).to.deep.equal(
      refused.map(({ block }) => block).toSorted((a, b) => b - a),
    );
    for (const { txHash, contractName, reason } of refused) {
      expect((await demo.provider.getTransactionReceipt(txHash))!.status).to.equal(0);
      expect(contractName).to.be.a("string");
      expect(reason.code).to.match(/^[A-Z]\w+$/);
    }
    const { transaction } = await data<{
      transaction: { succeeded: boolean; refusal: Node; events: Node[] };
    }>(
      `{ transaction(hash: "${refused[0]!.txHash}") { succeeded events { name } refusal { reason { code } } } }`,
    );
    expect(transaction.succeeded).to.equal(false);
    expect(transaction.events).to.deep.equal([]);
    expect(transaction.refusal).to.deep.equal({ reason: { code: refused[0]!.reason.code } });
    expect(new Set(refused.map(({ reason }) => reason.code)).size, "for different reasons").to.be.above(5);
  });

  it("finds everything by name, number, code and hash", async () => {
    const search = async (query: string) =>
      (
        await data<{ search: { kind: string; key: string }[] }>(
          "query ($query: String!) { search(query: $query, first: 10) { kind key project { code } reportedProject { number } agency { code } importBatch { batchId } } }",
          { query },
        )
      ).search;
    const { txHash, block } = events.at(100)!;
    const { hash } = (await demo.provider.getBlock(block))!;
    for (const [query, kind, key] of [
      ["TH-2568-91001-000001-58", "PROJECT", "TH-2568-91001-000001-58"],
      ["ซอยสาธิต", "PROJECT", "TH-2568-91001-000001-58"],
      ["91002", "AGENCY", "91002"],
      ["๙๑๐๐๒", "AGENCY", "91002"],
      ["โรงพยาบาลชุมชนสาธิต", "AGENCY", "91002"],
      ["SH-4/2568", "PROJECT", "TH-2568-91002-000001-74"],
      ["sh-4/2568", "PROJECT", "TH-2568-91002-000001-74"],
      [" SH-๔/๒๕๖๘", "PROJECT", "TH-2568-91002-000001-74"],
      [txHash, "TRANSACTION", txHash],
      [txHash.toUpperCase().replace("0X", "0x"), "TRANSACTION", txHash],
      [hash!, "BLOCK", String(block)],
      ["250", "BLOCK", "250"],
      ["government spending", "IMPORT_BATCH", "1"],
    ] as const) {
      const hits = await search(query);
      expect(
        hits.some((hit) => hit.kind === kind && hit.key === key),
        `${query}: ${JSON.stringify(hits)}`,
      ).to.equal(true);
    }
    const [hit] = await search("67119257386");
    expect(hit).to.deep.include({ kind: "REPORTED_PROJECT", reportedProject: { number: "67119257386" } });
    expect(await search("   ")).to.deep.equal([]);
    // PostgreSQL's texts cannot hold it.
    expect(await search("a\u0000bzz")).to.deep.equal([]);
    expect(await search("ไม่มีอะไรอย่างนี้แน่นอน")).to.deep.equal([]);
  });

  it("lists agencies, their officers and the contracts' versions as they were registered", async () => {
    const { agencies } = await data<{ agencies: { nodes: { code: number }[] } }>(
      '{ agencies(query: "สาธิต") { nodes { code nameTh } } }',
    );
    expect(agencies.nodes.map(({ code }) => code)).to.include.members([91001, 91002, 91003]);
    const byCode = await data<{ agencies: { nodes: Node[] } }>(
      '{ agencies(query: "91003") { nodes { code } } }',
    );
    expect(byCode.agencies.nodes).to.deep.equal([{ code: 91003 }]);
    const registered = events.filter(
      ({ name, args }) => name === "OfficerEnrolled" && args.agency === 91001n,
    );
    const { agency, officer, nobody } = await data<{
      agency: { officers: { nodes: Node[] } };
      officer: null;
      nobody: null;
    }>(
      `{ agency(code: 91001) { officers { nodes { account duties revoked personTag agency { code } } } }
         officer(account: "${registrar.address}") { account } nobody: agency(code: 1) { code } }`,
    );
    expect([officer, nobody]).to.deep.equal([null, null]);
    expect(agency.officers.nodes.map(({ account }) => account)).to.have.members(
      registered.map(({ args }) => args.account),
    );
    const { deployments } = await data<{ deployments: { name: string; target: string; version: number }[] }>(
      "{ deployments { name version target codeHash retired } }",
    );
    for (const { name, target, version } of deployments) {
      expect(demo.deployment.contracts[name]!.address, name).to.equal(target);
      expect(version).to.equal(1);
    }
  });
});
