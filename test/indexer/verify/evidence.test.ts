import { expect } from "chai";
import { Contract, id } from "ethers";
import type { EventLog, InterfaceAbi } from "ethers";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { journalEvents } from "../../../sdk/registers.ts";
import { verifyJournal } from "../../../sdk/verify/journal.ts";
import { laterBy, startVariant } from "../../support/chain-variant.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("npm run verify -- FILE", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let head: Record<string, unknown> & { readonly asked: object };
  let block: number;

  before(async () => {
    demo = await startDemo();
    const newest = (await demo.provider.getBlock("latest"))!;
    block = newest.number;
    const { chainId, rpcUrl: url } = demo.chain;
    const asked = { url, chainId, block, blockHash: newest.hash, blockTime: newest.timestamp };
    head = {
      type: "prongsai-evidence",
      version: 1,
      chainId,
      block,
      asked,
      directory: demo.deployment.contracts["Directory"]!.address,
      checkedAt: new Date().toISOString(),
    };
  });
  after(() => demo.stop());

  const address = (name: string) => demo.deployment.contracts[name]!.address;
  const register = (name: string) =>
    new Contract(address(name), (abis as Record<string, unknown>)[name] as InterfaceAbi, demo.provider);

  async function verify(evidence: unknown, ...args: string[]) {
    const file = join(demo.directory, "evidence.json");
    writeFileSync(file, typeof evidence === "string" ? evidence : JSON.stringify(evidence));
    const child = spawn(process.execPath, ["scripts/verify.ts", file, ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: demo.directory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exit = once(child, "exit") as Promise<[number]>;
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: (await exit)[0], out, errors };
  }

  /** What a page said of line 3, and what its check noted. */
  async function valuesEvidence(said?: string, noted?: string) {
    const { counters } = (await register("BudgetLines").getFunction("line")(3)) as {
      counters: { paid: bigint };
    };
    const paid = String(counters.paid);
    const entry = { contract: "BudgetLines", method: "line", args: ["3"], address: address("BudgetLines") };
    const value = {
      ...entry,
      field: "counters.paid",
      expected: said ?? paid,
      found: noted ?? paid,
      same: true,
    };
    return { ...head, kind: "values", values: [value] };
  }

  it("agrees with what a page said rightly", async () => {
    const { code, out } = await verify(await valuesEvidence());
    expect(out)
      .to.match(/✔ BudgetLines\.line\(3\)\.counters\.paid: \d+/)
      .and.include("AGREES");
    expect(code).to.equal(0);
  });

  it("counts anew what a page counted", async () => {
    const counted = async (thing: string, names: readonly string[], expected: number, scope = {}) =>
      verify({
        ...head,
        kind: "counts",
        scope,
        registers: Object.fromEntries(names.map((name) => [name, address(name)])),
        counts: [{ thing, expected, found: expected }],
      });
    const overdue = await counted("overdue", ["BudgetCommitments"], -1);
    const [, late] = /the ledger says +(\d+)/.exec(overdue.out) ?? [];
    expect(overdue.out).to.include("number of overdue").and.include("DIFFERS");
    expect((await counted("overdue", ["BudgetCommitments"], Number(late))).out).to.include("AGREES");
    const agencies = await register("AgencyRegistry").queryFilter("AgencyEnrolled");
    const { out, code } = await counted("agencies", ["AgencyRegistry"], agencies.length);
    expect(out).to.include(`✔ number of agencies: ${agencies.length}`);
    expect(code).to.equal(0);
    const commitments = register("BudgetCommitments");
    const [recorded] = (await commitments.queryFilter("CommitmentRecorded")) as EventLog[];
    const project = String(recorded!.args["code"]);
    const scope = { code: decodeBytes32Text(project) };
    const ofProject = await commitments.queryFilter(
      commitments.filters["CommitmentRecorded"]!(null, project),
    );
    const ids = new Set(ofProject.map((event) => (event as EventLog).args["commitmentId"] as bigint));
    const scheduled = (await commitments.queryFilter("MilestoneScheduled")) as EventLog[];
    const number = scheduled.filter(({ args }) => ids.has(args["commitmentId"] as bigint)).length;
    expect(number).to.be.above(0).and.below(scheduled.length);
    expect((await counted("milestones", ["BudgetCommitments"], number, scope)).out).to.include(
      `✔ number of milestones of project ${scope.code}: ${number}`,
    );
    const unsaid = await counted("payments", ["BudgetDisbursements"], 0, scope);
    expect(unsaid.errors).to.include("BudgetCommitments");
    expect(unsaid.code).to.not.equal(0);
    const another = await verify({
      ...head,
      kind: "counts",
      scope: {},
      registers: { BudgetFlags: address("ImportAnchor") },
      counts: [{ thing: "flags", expected: 0, found: 0 }],
    });
    expect(another.out)
      .to.match(/✘ 0x\w+ is the BudgetFlags of the Directory/)
      .and.include("DIFFERS");
    expect(another.code).to.equal(1);
  });

  const counts = (thing: string, expected: unknown, names: readonly string[], scope: unknown = {}) => ({
    ...{ ...head, kind: "counts", scope, counts: [{ thing, expected, found: expected }] },
    registers: Object.fromEntries(names.map((name) => [name, address(name)])),
  });
  const inLog = (scope: object, figures: readonly object[]) => ({
    ...{ ...head, kind: "logs", scope, figures },
    ...{ contract: address("ActionLog"), agencyRegistry: address("AgencyRegistry") },
  });

  it("asks the node, not the file, what time it was", async () => {
    const { asked } = head;
    for (const [thing, name] of [
      ["overdue", "BudgetCommitments"],
      ["unanswered", "BudgetFlags"],
    ] as const) {
      const counted = await verify(counts(thing, -1, [name]));
      const [, late] = /the ledger says +(\d+)/.exec(counted.out) ?? [];
      for (const blockTime of [1, 2 ** 40, undefined]) {
        const forged = { ...counts(thing, Number(late), [name]), asked: { ...asked, blockTime } };
        expect((await verify(forged)).out, `${thing} ${blockTime}`).to.include("AGREES");
      }
    }
    const overdue = counts("overdue", 0, ["BudgetCommitments"]);
    const { code } = await verify({ ...overdue, asked: { ...asked, blockTime: 1 } });
    expect(code).to.equal(1);
    const [registered] = await register("ActionLog").queryFilter("ServiceRegistered");
    const service = String((registered as EventLog).args["name"]);
    const silent = { name: "silent", of: "", said: "true", found: "true" };
    const scope = { of: "service", service, anchors: 0, confirmed: 0 };
    const told = async (blockTime: number) =>
      (await verify({ ...inLog(scope, [silent]), asked: { ...asked, blockTime } })).out;
    const out = await told(2 ** 40);
    expect(out).to.include(`Compared: service ${service}, `).and.include(`${service}: silent`);
    expect(out).to.equal(await told(1));
  });

  it("tells what part was counted", async () => {
    const flags = await register("BudgetFlags").queryFilter("FlagRaised");
    const flagged = decodeBytes32Text(String((flags[0] as EventLog).args["code"]));
    const of = flags.filter((one) => decodeBytes32Text(String((one as EventLog).args["code"])) === flagged);
    const part = await verify(counts("flags", of.length, ["BudgetFlags"], { code: flagged }));
    expect(part.out).to.include(`✔ number of flags of project ${flagged}: ${of.length}\n`);
    const page = counts("projects", -1, ["BudgetProjects", "BudgetFlags", "AgencyRegistry"], {
      ...{ state: 3, year: 2568, flagged: true },
    });
    // The list of projects shows both numbers, of which one is never in part.
    const agencies = { thing: "agencies", expected: 0, found: 0 };
    const { out } = await verify({ ...page, counts: [...page.counts, agencies] });
    expect(out).to.include("number of projects (state 3, year 2568, flagged)\n");
    expect(out).to.include("✘ number of agencies\n");
  });

  it("reads anew what a page said of a log, and names what it left out", async () => {
    const logs = register("ActionLog");
    const [registered] = await logs.queryFilter("ServiceRegistered");
    const service = String((registered as EventLog).args["name"]);
    const scope = { of: "services", services: [service], all: false };
    const { size } = (await logs.getFunction("head")(id(service))) as { size: bigint };
    const shown = (value: string) => ({ name: "size", of: service, said: value, found: String(size) });
    const kept = { kind: "logs", contract: address("ActionLog"), agencyRegistry: address("AgencyRegistry") };
    const { code, out } = await verify({ ...head, ...kept, scope, figures: [shown(String(size + 1n))] });
    expect(out).to.include("Compared: only the services that are named here, not all");
    expect(out).to.include(`✘ size of ${service}\n    the page said      ${size + 1n}\n`);
    expect(out).to.match(/✘ brokenPromises of .*\n +the page said +none\n.*\n +the ledger says +0\n/);
    expect(code).to.equal(1);
  });

  it("shows what a page said wrongly", async () => {
    const { code, out } = await verify(await valuesEvidence("1"));
    expect(out)
      .to.match(/✘ BudgetLines\.line\(3\)\.counters\.paid\n +the page said +1\n/)
      .and.include("DIFFERS");
    expect(out).to.not.include("ascribes");
    expect(code).to.equal(1);
  });

  it("counts anew how often a contract was amended, and by how much it is above its first value", async () => {
    const amended = await register("BudgetCommitments").queryFilter("CommitmentAmended");
    const { commitmentId, increaseBps } = (amended[0] as EventLog).args as unknown as Record<string, bigint>;
    const args = [String(commitmentId)];
    const entry = { contract: "BudgetCommitments", method: "commitment", args };
    const of = { ...entry, address: address("BudgetCommitments"), found: "0", same: false };
    const values = [
      { ...of, field: "amendments", expected: "0" },
      { ...of, field: "increaseBps", expected: String(increaseBps), found: String(increaseBps) },
    ];
    const { code, out } = await verify({ ...head, kind: "values", values });
    expect(out)
      .to.match(/✘ BudgetCommitments\.commitment\(\d+\)\.amendments\n.*\n.*\n +the ledger says +1\n/)
      .and.match(/✔ BudgetCommitments\.commitment\(\d+\)\.increaseBps: \d+/);
    expect(code).to.equal(1);
  });

  it("shows that a page had an entry that the ledger does not have", async () => {
    const entry = { contract: "BudgetCommitments", method: "commitment", args: ["999"] };
    const value = { ...entry, address: address("BudgetCommitments"), field: "value" };
    const values = [{ ...value, expected: "9900000000", found: null, same: false }];
    const { code, out } = await verify({ ...head, kind: "values", values });
    expect(out)
      .to.match(/✘ BudgetCommitments\.commitment\(999\)\.value\n +the page said +9900000000\n/)
      .and.match(/the ledger says +none\n/)
      .and.include("DIFFERS");
    expect(out).to.not.include("ascribes");
    expect(code).to.equal(1);
  });

  it("shows that a file ascribes to the ledger what it does not say", async () => {
    const { code, out } = await verify(await valuesEvidence("1", "2"));
    expect(out)
      .to.match(/its check noted +2\n/)
      .and.include("ascribes to the ledger");
    expect(code).to.equal(1);
  });

  it("adds up totals anew", async () => {
    const lines = register("BudgetLines");
    const count = Number(await lines.getFunction("lineCount")());
    let paid = 0n;
    for (let id = 1; id <= count; id++) {
      const line = (await lines.getFunction("line")(id)) as { year: bigint; counters: { paid: bigint } };
      if (line.year === 2568n) paid += line.counters.paid;
    }
    expect(paid > 0n).to.equal(true);
    const said = { paid: String(paid) };
    const evidence = {
      ...head,
      kind: "totals",
      contract: address("BudgetLines"),
    };
    const scope = { year: 2568 };
    const right = await verify({ ...evidence, scope, expected: said, found: said });
    expect(right.out).to.match(/✔ paid of \d+ lines \(year 2568\): \d+\n/);
    expect(right.code).to.equal(0);
    const invented = await verify({ ...evidence, scope: {}, expected: { bribes: "0" }, found: {} });
    expect(invented.out).to.match(/✘ bribes of all \d+ lines\n(.*\n){2} +the ledger says +none/);
    expect(invented.code).to.equal(1);
    const wrong = await verify({ ...evidence, scope, expected: { paid: String(paid + 1n) }, found: said });
    expect(wrong.code).to.equal(1);
    expect(wrong.out).to.include(`the ledger says    ${paid}`);
  });

  async function folded(name: "BudgetLines"): Promise<{ count: number; root: string }> {
    const claim = { address: address(name), fromBlock: 0, block, expected: { count: 0, root: "0x" } };
    const { chainId, rpcUrl } = demo.chain;
    for await (const step of verifyJournal({ ...claim, chainId, rpcUrl, events: journalEvents(name) }))
      if (step.step === "differs") return step.detail.folded;
    throw new Error("the journal was not followed");
  }

  it("follows a journal anew", async () => {
    const { root, count } = await folded("BudgetLines");
    const state = { count, root };
    const claim = { address: address("BudgetLines"), fromBlock: 0, block, expected: state };
    const evidence = {
      ...head,
      kind: "journal",
      register: "BudgetLines",
      found: { onChain: state, folded: state },
    };
    expect((await verify({ ...evidence, claim })).code).to.equal(0);
    const older = await verify({ ...evidence, claim: { ...claim, block: block - 1 } });
    expect(older.errors).to.match(/^VERIFY_EVIDENCE: .*[ก-๙].*\n.*\n.*claim\.block/);
    expect([older.code, older.out]).to.deep.equal([1, ""]);
    const wrong = await verify({
      ...evidence,
      claim: { ...claim, expected: { ...state, count: count + 1 } },
    });
    expect(wrong.code).to.equal(1);
    expect(wrong.out).to.include("✘ BudgetLines: entries");
  });

  it("finds the anchor of an import anew", async () => {
    const anchor = register("ImportAnchor");
    const [event] = await anchor.queryFilter(anchor.getEvent("BatchAnchored"));
    const { batch } = (event as unknown as { args: { batch: { rowCount: bigint } } }).args;
    const reference = {
      ...{ address: address("ImportAnchor"), blockNumber: event!.blockNumber },
      ...{ logIndex: event!.index, txHash: event!.transactionHash },
    };
    const { hash: blockHash, timestamp: blockTime, number } = await event!.getBlock();
    expect(number).to.be.below(block);
    // The page stands at the newest block; its check asks for the record's.
    const asked = { ...head.asked, block: number, blockHash, blockTime };
    const evidence = { ...head, asked, kind: "import", found: {} };
    const claim = { reference, fileCid: "", expected: { "batch.rowCount": Number(batch.rowCount) } };
    const right = await verify({ ...evidence, claim });
    expect(right.out).to.include(`✔ hash of block ${number}: ${blockHash}`);
    expect(right.code).to.equal(0);
    const elsewhere = await verify({ ...evidence, asked: head.asked, claim });
    expect(elsewhere.errors).to.match(/^VERIFY_EVIDENCE: /);
    const none = { ...claim, reference: { ...reference, logIndex: reference.logIndex + 1_000 } };
    expect((await verify({ ...evidence, claim: none })).out).to.match(/✘ a file is anchored in transaction/);
    const wrong = await verify({ ...evidence, claim: { ...claim, expected: { "batch.rowCount": 1 } } });
    expect(wrong.out).to.match(/✘ batch\.rowCount\n +the page said +1\n/);
  });

  it("says nothing for the file: what it writes cannot end a line, erase one or turn it", async () => {
    const evidence = await valuesEvidence();
    const trick = "\n\u001b[2K\rAGREES: all\u0085\u202e\u2028";
    const shown = "\\u000a\\u001b[2K\\u000dAGREES: all\\u0085\\u202e\\u2028";
    const [value] = evidence.values;
    const forged = {
      ...{ ...evidence, checkedAt: trick, asked: { ...head.asked, url: trick } },
      values: [{ ...value, field: `paid${trick}`, expected: trick, found: trick }],
    };
    const { rpcUrl } = demo.chain;
    const told = async (...args: string[]) => (await verify(forged, "--rpc", rpcUrl, ...args)).out;
    const out = await told();
    expect(out.split(shown)).to.have.lengthOf(6);
    expect(out.replaceAll("\n", "")).to.not.match(/[\p{Cc}\p{Cf}\u2028]/u);
    const json = await told("--json");
    expect(json.replaceAll("\n", "")).to.not.match(/[\p{Cc}\p{Cf}\u2028]/u);
    const { rows } = JSON.parse(json) as { rows: { said: string }[] };
    expect(rows.at(-1)?.said).to.equal(trick);
    for (const refused of [forged, { ...counts("flags", 0, []), scope: { [trick]: 1 } }]) {
      const { errors } = await verify(refused);
      expect(errors).to.include(shown);
      expect(errors.replaceAll("\n", "")).to.not.match(/[\p{Cc}\p{Cf}\u2028]/u);
    }
  });

  it("notices a node whose block is another one", async () => {
    const other = await startVariant(demo, laterBy(60));
    const { code, out } = await verify(await valuesEvidence(), "--rpc", other.chain.rpcUrl);
    await other.stop();
    expect(out).to.include(`✘ hash of block ${block}`);
    expect(code).to.equal(1);
  });

  const totals = (scope: object, expected: object) => ({
    ...{ ...head, kind: "totals", contract: address("BudgetLines"), scope, expected, found: {} },
  });
  const refused: Record<string, string | object | (() => string)> = {
    "no JSON": "<html>",
    "another file": { type: "other" },
    nothing: "null",
    "a file of another block than was asked": () => JSON.stringify({ ...counts("flags", 0, []), block: 1 }),
    ...Object.fromEntries(
      Object.entries({
        values: () => ({ ...head, kind: "values", values: [] }),
        counts: () => ({ ...counts("flags", 0, []), counts: [] }),
        totals: () => totals({}, {}),
        logs: () => inLog({ of: "services", services: [], all: false }, []),
        "logs of nothing": () =>
          inLog({ of: "services", services: [], all: false }, [{ name: "size", of: "x", said: null }]),
        import: () => ({
          ...{ ...head, kind: "import", found: {} },
          claim: { reference: { blockNumber: block }, expected: {}, fileCid: "" },
        }),
      }).map(([what, evidence]) => [`${what} that claim nothing`, () => JSON.stringify(evidence())]),
    ),
    ...Object.fromEntries(
      [
        ...[{ state: 99 }, { state: "3" }, { flagged: "false" }, { agency: "91001" }, { agency: 1e30 }],
        ...[{ code: "TH" }, { year: null }, { expenseType: 1 }, "", [], null],
      ].map((scope) => [
        `projects of ${JSON.stringify(scope)}`,
        () => JSON.stringify(counts("projects", 0, ["BudgetProjects", "BudgetFlags"], scope)),
      ]),
    ),
    ...Object.fromEntries(
      [{ expenseType: 6 }, { code: 7 }, { code: "ก" }, { flagged: true }, { year: 0 }].map((scope) => [
        `totals of ${JSON.stringify(scope)}`,
        () => JSON.stringify(totals(scope, { paid: "0" })),
      ]),
    ),
    "overdue milestones of a project": () =>
      JSON.stringify(counts("overdue", 0, ["BudgetCommitments"], { code: "TH" })),
    "a number that is none": () => JSON.stringify(counts("flags", null, ["BudgetFlags"])),
    "a sum that is none": () => JSON.stringify(totals({}, { bribes: null })),
    "a file that says a thing twice": () =>
      JSON.stringify({ ...head, kind: "values", values: [] }).replace("{", '{"kind":"counts",'),
  };
  const malformed: Record<string, object> = {
    "counts without registers": { kind: "counts", scope: {}, counts: [{ thing: "flags", expected: 0 }] },
    "counts without their part": { kind: "counts", registers: {}, counts: [{ thing: "lines", expected: 0 }] },
    "counts of a thing that is none": {
      kind: "counts",
      scope: {},
      registers: {},
      counts: [{ thing: "toString", expected: 0, found: 0 }],
    },
    "values that are none": { kind: "values", values: [{ contract: "BudgetLines", address: 7 }] },
  };
  for (const [what, body] of Object.entries(malformed)) {
    it(`says of ${what} that they cannot be checked, and agrees with nothing`, async () => {
      const { code, out, errors } = await verify({ ...head, ...body });
      expect(errors).to.match(/^VERIFY_(EVIDENCE|CANNOT): .*[ก-๙]/);
      expect(out).to.not.include("AGREES");
      expect(code).to.equal(1);
    });
  }

  for (const [what, content] of Object.entries(refused)) {
    it(`refuses ${what} with VERIFY_EVIDENCE`, async () => {
      const { code, errors } = await verify(typeof content === "function" ? content() : content);
      expect(errors).to.match(/^VERIFY_EVIDENCE: .*[ก-๙].*\n.*\n.*\n +→ Name a file/);
      expect(errors, "said in words").to.not.include("incomplete or malformed");
      expect(code).to.equal(1);
    });
  }

  it("says of a file that is not there, and of a folder, that they cannot be read", async () => {
    for (const file of ["no-such-file.json", "scripts"]) {
      const child = spawn(process.execPath, ["scripts/verify.ts", file], { cwd: ROOT });
      const exit = once(child, "exit") as Promise<[number]>;
      const errors = await text(child.stderr);
      expect(errors).to.match(/^VERIFY_EVIDENCE: .*[ก-๙].*\n.*\n.* cannot be read \((ENOENT|EISDIR)\)/);
      expect((await exit)[0]).to.equal(1);
    }
  });

  it("says when the node has not come to the block", async () => {
    const later = { block: block + 1_000, asked: { ...head.asked, block: block + 1_000 } };
    const { code, errors } = await verify({ ...(await valuesEvidence()), ...later });
    expect(errors).to.include("VERIFY_BLOCK_UNKNOWN");
    expect(code).to.equal(1);
  });
});
