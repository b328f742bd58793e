import { Wallet, id } from "ethers";
import type { HDNodeWallet } from "ethers";
import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { toHex } from "../../../sdk/hex.ts";
import type { LogAnswer } from "../../../sdk/log/promise/answer.ts";
import { checkPromises, promiseOf } from "../../../sdk/log/outbox/index.ts";
import { parseAnswer } from "../../../sdk/log/promise/answer-file.ts";
import { signPromises } from "../../../sdk/log/promise/signed.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { judgePromise, verdictText } from "../../../sdk/verify/promise/index.ts";
import type { PromiseVerdict } from "../../../sdk/verify/promise/index.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { FurtherEntries, gatewayOf } from "../../support/log/further-entries.ts";
import { publishedActions } from "../../support/log/published.ts";
import { freePort } from "../../../scripts/platform/free-port.ts";
import { startApi } from "../../support/api.ts";
import type { ApiFixture } from "../../support/api.ts";
import { startMirror } from "../../support/mirror.ts";
import type { MirrorFixture } from "../../support/mirror.ts";
import { createDatabase } from "../../support/postgres.ts";
import type { TestDatabase } from "../../support/postgres.ts";
import { ServiceDatabase } from "../../sdk/log/outbox/support/database.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const SERVICE = "th.go.sathit-city.sign-tax";

describe("npm run verify of promises", function () {
  this.timeout(120_000);
  let demo: DemoFixture;
  let leaves: Uint8Array[];
  /** time and block of the newest anchor */
  let now: number;
  let newest: number;

  before(async () => {
    demo = await startDemo();
    await demo.chain.setClock(null);
    const further = await FurtherEntries.of(demo, SERVICE);
    further.add({});
    newest = (await further.anchor()).block;
    now = (await demo.provider.getBlock(newest))!.timestamp;
    const own = (await publishedActions(demo)).filter(({ service }) => service === SERVICE);
    leaves = own.map(({ text: record }) => leafHash(Buffer.from(record)));
  });

  after(() => demo.stop());

  interface Promised {
    firstIndex: number;
    promised: readonly Uint8Array[];
    deadline: number;
    /** the service's own by default */
    gateway?: HDNodeWallet | Wallet;
  }

  /** What an intake with this gateway's key would have answered. */
  function answerOf({ firstIndex, promised, deadline, gateway = gatewayOf(SERVICE) }: Promised): LogAnswer {
    const verifyingContract = demo.deployment.contracts["ActionLog"]!.address;
    const [count, issuedAt] = [promised.length, deadline - 60];
    const leavesRoot = toHex(merkleRoot([...promised]));
    const statement = { service: id(SERVICE), firstIndex, count, leavesRoot, issuedAt, deadline };
    const domain = { chainId: demo.deployment.chainId, verifyingContract };
    const [promise] = signPromises(domain, [statement], gateway.privateKey);
    return { service: SERVICE, firstIndex, count, leaves: promised.map(toHex), deadline, promise: promise! };
  }

  const other = (seed: number) => leafHash(Buffer.from(`another record ${seed}`));
  const past = () => now - 3_600;
  const future = () => now + 86_400;

  async function judge(answer: LogAnswer, clock?: number) {
    const rpc = new RpcClient(demo.chain.rpcUrl);
    const block = Number(await rpc.call<string>("eth_blockNumber"));
    const contract = demo.deployment.contracts["ActionLog"]!.address.toLowerCase();
    const log = { rpc, chainId: demo.deployment.chainId, contract, block };
    return await judgePromise(log, parseAnswer(JSON.stringify(answer)), { documents: demo.documents }, clock);
  }

  const verify = (answer: LogAnswer | string, ...more: string[]) =>
    verifyBy(["--rpc", demo.chain.rpcUrl, "--documents", join(demo.directory, "documents")], answer, ...more);

  async function verifyBy(given: readonly string[], answer: LogAnswer | string, ...more: string[]) {
    const file = join(demo.directory, "answer.json");
    writeFileSync(file, typeof answer === "string" ? answer : JSON.stringify(answer));
    const directory = ["--directory", demo.deployment.contracts["Directory"]!.address];
    const args = ["scripts/verify.ts", "promise", file, ...given, ...directory, ...more];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const closed = once(child, "close");
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await closed) as [number];
    return { code, out, errors };
  }

  it("says that a promise was kept, and by how much it was late", async () => {
    const some = { firstIndex: leaves.length - 3, promised: leaves.slice(-3) };
    expect(await judge(answerOf({ ...some, deadline: future() }))).to.deep.equal({
      ...{ state: "kept", block: newest, late: 0 },
    });
    expect(await judge(answerOf({ ...some, deadline: now - 7 }))).to.deep.equal({
      ...{ state: "kept", block: newest, late: 7 },
    });
  });

  it("waits for one that is not due, and finds one that is due and not anchored", async () => {
    const next = { firstIndex: leaves.length, promised: [other(1)] };
    const open = await judge(answerOf({ ...next, deadline: future() }));
    expect(open).to.include({ state: "open", anchored: leaves.length });
    const missed = await judge(answerOf({ ...next, deadline: past() }));
    expect(missed).to.have.property("state", "broken");
    expect(missed).to.have.nested.property("breaches[0].breach", "DeadlineMissed");
    expect(missed).to.have.nested.property("breaches[0].index", leaves.length);
  });

  it("lets an operator who makes no more blocks not keep a promise from being due", async () => {
    const next = { firstIndex: leaves.length, promised: [other(12)], deadline: future() };
    expect(await judge(answerOf(next), future())).to.include({ state: "open" });
    const overdue = await judge(answerOf(next), future() + 1);
    expect(overdue).to.include({ state: "overdue", anchored: leaves.length, deadline: future() });
    expect(overdue).to.have.nested.property("breaches[0].breach", "DeadlineMissed");
    // What stands where it was promised is kept, however late it is looked at.
    const some = { firstIndex: leaves.length - 3, promised: leaves.slice(-3), deadline: future() };
    expect(await judge(answerOf(some), future() + 1)).to.include({ state: "kept" });
  });

  it("finds an entry that is not the promised one, though the deadline is ahead", async () => {
    const promised = leaves.slice(4, 9).with(3, other(2));
    const verdict = await judge(answerOf({ firstIndex: 4, promised, deadline: future() }));
    expect(verdict).to.have.nested.property("breaches[0].breach", "WrongLeaf");
    expect(verdict).to.have.nested.property("breaches[0].index", 7);
    expect(verdict).to.have.nested.property("breaches.length", 1);
  });

  it("finds both breaches of one that is partly anchored", async () => {
    const promised = [other(3), other(4)];
    const verdict = await judge(answerOf({ firstIndex: leaves.length - 1, promised, deadline: past() }));
    expect(verdict).to.have.nested.property("breaches[0].breach", "DeadlineMissed");
    expect(verdict).to.have.nested.property("breaches[0].index", leaves.length);
    expect(verdict).to.have.nested.property("breaches[1].breach", "WrongLeaf");
    expect(verdict).to.have.nested.property("breaches[1].index", leaves.length - 1);
  });

  it("holds nobody to what no gateway of the service signed", async () => {
    const stranger = Wallet.createRandom() as HDNodeWallet;
    const forged = answerOf({ firstIndex: 0, promised: [other(5)], deadline: past(), gateway: stranger });
    expect(await judge(forged)).to.deep.equal({
      ...{ state: "notPromised", signer: stranger.address.toLowerCase() },
    });
    const { promise } = forged;
    const spoilt = { ...forged, promise: { ...promise, groupIndex: 1, groupSize: 2 } };
    expect(await judge(spoilt)).to.deep.equal({ state: "notPromised", signer: undefined });
  });

  /** Withholds everything that was published, meanwhile. */
  async function withheld<Result>(meanwhile: () => Promise<Result>): Promise<Result> {
    const blocks = join(demo.directory, "documents", "blocks");
    renameSync(blocks, `${blocks}.away`);
    try {
      return await meanwhile();
    } finally {
      renameSync(`${blocks}.away`, blocks);
    }
  }

  it("says of a place that is confirmed without its content that nobody can tell yet, and to keep the answer", async () => {
    const answer = answerOf({ firstIndex: leaves.length - 1, promised: [other(13)], deadline: future() });
    await withheld(async () => {
      const { cause, ...verdict } = (await judge(answer)) as Extract<PromiseVerdict, { state: "withheld" }>;
      expect(verdict).to.deep.equal({
        ...{ state: "withheld", index: leaves.length - 1, block: newest, isReported: false },
      });
      expect(cause).to.have.property("code", "DOCUMENT_UNAVAILABLE");
      for (const [lang, words] of [
        ["th", "โปรดเก็บคำตอบนี้ไว้"],
        ["en", "keep the answer"],
      ] as const) {
        const told = await verify(answer, "--lang", lang);
        expect(told.out).to.include(words);
        expect(told.errors).to.include("DOCUMENT_UNAVAILABLE");
        expect(told.code).to.equal(2);
      }
      const { out } = await verify(answer, "--json");
      expect(JSON.parse(out)).to.include({ state: "withheld", cause: "DOCUMENT_UNAVAILABLE" });
    });
    expect(await judge(answer)).to.have.nested.property("breaches[0].breach", "WrongLeaf");
  });

  it("lets withholding what stands before it hide no missed deadline", async () => {
    const promised = [leaves.at(-1)!, other(14)];
    const due = answerOf({ firstIndex: leaves.length - 1, promised, deadline: past() });
    const ahead = answerOf({ firstIndex: leaves.length - 1, promised, deadline: future() });
    await withheld(async () => {
      const verdict = await judge(due);
      expect(verdict).to.have.nested.property("breaches[0].breach", "DeadlineMissed");
      expect(verdict).to.have.nested.property("breaches.length", 1);
      expect(await judge(ahead)).to.have.property("state", "withheld");
      expect(await judge(ahead, future() + 1)).to.have.property("state", "overdue");
    });
  });

  it("puts what is broken on record, once each, by an account that nobody knows", async () => {
    const promised = [other(6), other(7)];
    const answer = answerOf({ firstIndex: leaves.length - 1, promised, deadline: past() });
    const told = await verify(answer);
    expect(told.out).to.include("--report");
    expect(told.code).to.equal(1);
    const reported = await verify(answer, "--report", "--json");
    expect(reported.errors).to.equal("");
    const { reported: sent } = JSON.parse(reported.out) as { reported: { breach: string; txHash: string }[] };
    expect(sent.map(({ breach }) => breach)).to.deep.equal(["DeadlineMissed", "WrongLeaf"]);
    const log = ledgerContract("ActionLog", demo.deployment, demo.provider);
    expect(await log.brokenPromises(id(SERVICE))).to.equal(2n);
    const again = await verify(answer, "--report", "--json");
    expect(JSON.parse(again.out)).to.have.deep.property("reported", []);
    expect(JSON.parse(again.out)).to.have.nested.property("breaches[1].reported", true);
  });

  describe("with the public address of the ledger's service only", () => {
    let mirror: MirrorFixture;
    let api: ApiFixture;

    before(async () => {
      mirror = await startMirror(demo);
      api = await startApi({ mirror });
    });
    after(async () => {
      await api?.stop();
      await mirror?.stop();
    });

    it("puts what is broken on record through its address for transactions", async () => {
      const answer = answerOf({
        firstIndex: leaves.length - 1,
        promised: [other(21), other(22)],
        deadline: past(),
      });
      const publicly = ["--rpc", `${api.url}/rpc`, "--gateway", api.url];
      const reported = await verifyBy(publicly, answer, "--report", "--json");
      expect(reported.errors).to.equal("");
      const { reported: sent } = JSON.parse(reported.out) as { reported: { breach: string }[] };
      expect(sent.map(({ breach }) => breach)).to.deep.equal(["DeadlineMissed", "WrongLeaf"]);
      const again = await verify(answer, "--json");
      expect(JSON.parse(again.out)).to.have.nested.property("breaches[0].reported", true);
      expect(JSON.parse(again.out)).to.have.nested.property("breaches[1].reported", true);
    });

    it("says in words that the node takes no transactions where nobody else does", async () => {
      const answer = answerOf({ firstIndex: leaves.length, promised: [other(23)], deadline: past() });
      const port = await freePort();
      const reading = createServer((request, response) => {
        const passed = httpRequest(`${api.url}/rpc`, { method: "POST", headers: request.headers }, (got) => {
          response.writeHead(got.statusCode!, got.headers);
          got.pipe(response);
        });
        request.pipe(passed);
      });
      await new Promise<void>((resolve) => reading.listen(port, "127.0.0.1", resolve));
      try {
        const node = `http://127.0.0.1:${port}`;
        const documents = join(demo.directory, "documents");
        const told = await verifyBy(["--rpc", node, "--documents", documents], answer, "--report");
        expect(told.errors).to.include("VERIFY_CANNOT").and.include(`the node ${node} takes no transactions`);
        expect(told.code).to.equal(2);
      } finally {
        reading.close();
      }
    });
  });

  it("says of one that was on record when it was anchored at last that it stays so", async () => {
    const further = await FurtherEntries.of(demo, SERVICE);
    const { bytes } = sealRecord({ ...further.last, clientSeq: further.size + 1 });
    further.addBytes(bytes);
    const leaf = leafHash(bytes);
    const answer = answerOf({ firstIndex: leaves.length, promised: [leaf], deadline: past() });
    expect((await verify(answer, "--report")).code).to.equal(1);
    const { block } = await further.anchor();
    const { timestamp } = (await demo.provider.getBlock(block))!;
    expect(await judge(answer)).to.deep.equal({ state: "keptTooLate", block, late: timestamp - past() });
    const told = await verify(answer);
    expect(told.out).to.include("on record");
    expect(told.code).to.equal(1);
    const hidden = await withheld(() => verify(answer));
    expect(hidden.out).to.include("on record");
    expect(hidden.code).to.equal(1);
    leaves.push(leaf);
  });

  it("ends with 0 for one that was kept, with 2 for one that is open or no answer at all", async () => {
    const kept = await verify(answerOf({ firstIndex: 0, promised: leaves.slice(0, 1), deadline: future() }));
    expect(kept.code, kept.errors).to.equal(0);
    const next = { firstIndex: leaves.length, promised: [other(8)], deadline: future() };
    const open = await verify(answerOf(next), "--lang", "th");
    expect(open.out).to.include("ยังไม่ครบกำหนด");
    expect(open.code).to.equal(2);
    const broken = await verify("{}");
    expect(broken.errors).to.include("LOG_FILE_MALFORMED");
    expect(broken.code).to.equal(2);
  });

  describe("in the outbox of the service", () => {
    let test: TestDatabase;
    let database: ServiceDatabase;
    const name = { service: SERVICE, submitter: "main" };

    before(async () => {
      test = await createDatabase();
      database = new ServiceDatabase(test.url);
      await database.prepare();
    });
    after(async () => {
      await database.end();
      await test.drop();
    });

    /** As it is kept once the gateway has answered. */
    const keep = (firstSeq: number, { firstIndex, leaves: promised, promise }: LogAnswer) =>
      database.pool.query(
        `INSERT INTO action_outbox.batch (service, submitter, first_seq, ids, idempotency_key, leased_until, first_index,
           promise, leaves) VALUES ($1, $2, $3::bigint, '{}', 'key-' || $3::bigint, now(), $4, $5, $6)`,
        [SERVICE, "main", firstSeq, firstIndex, JSON.stringify(promise), JSON.stringify(promised)],
      );

    const check = () => {
      const { chainId, contracts } = demo.deployment;
      const { rpcUrl: rpc } = demo.chain;
      const ledger = { rpc, chainId, contract: contracts["ActionLog"]!.address, documents: demo.documents };
      return checkPromises(database, name, ledger);
    };

    it("is checked once it is due, told of when it was not kept, and kept as evidence then", async () => {
      const [size] = [leaves.length];
      const kept = answerOf({ firstIndex: 0, promised: leaves.slice(0, 2), deadline: now - 5 });
      const late = answerOf({ firstIndex: size - 1, promised: leaves.slice(-1), deadline: now - 7 });
      const missed = answerOf({ firstIndex: size, promised: [other(10)], deadline: past() });
      const open = answerOf({ firstIndex: size + 1, promised: [other(11)], deadline: future() });
      for (const [at, answer] of [kept, late, missed, open].entries()) await keep(at + 1, answer);
      // What cannot be compared now is neither kept nor broken: it is looked at again, and what comes after it at once.
      const [first, unclear, ...more] = await withheld(check);
      expect(first).to.include({ code: "LOG_OUTBOX_PROMISE_BROKEN" });
      expect(first!.details["firstIndex"]).to.equal(size);
      expect(unclear).to.include({ code: "LOG_OUTBOX_PROMISE_WITHHELD" });
      expect(unclear!.details).to.include({ firstIndex: 0, count: 2, found: "DOCUMENT_UNAVAILABLE" });
      expect(more).to.deep.equal([]);
      const broken = await check();
      expect(broken.map(({ code }) => code)).to.deep.equal(["LOG_OUTBOX_PROMISE_BROKEN"]);
      expect(broken.map(({ details }) => details["firstIndex"])).to.deep.equal([size - 1]);
      expect(await check()).to.deep.equal([]);
      const { rows } = await database.pool.query<{
        first_seq: string;
        kept: boolean | null;
        leaves: unknown;
      }>("SELECT first_seq, kept, leaves FROM action_outbox.batch ORDER BY first_seq");
      expect(rows.map((row) => row.kept)).to.deep.equal([true, false, false, null]);
      expect(rows[0]!.leaves).to.equal(null);
      const evidence = await promiseOf(database.pool, name, size);
      expect(parseAnswer(JSON.stringify(evidence))).to.deep.equal(missed);
      expect(await promiseOf(database.pool, name, 0)).to.equal(undefined);
    });

    it("is looked at though many before it are withheld", async () => {
      await database.pool.query("TRUNCATE action_outbox.batch");
      const hidden = answerOf({ firstIndex: 0, promised: leaves.slice(0, 2), deadline: now - 5 });
      for (let at = 1; at <= 25; at++) await keep(at, hidden);
      await keep(26, answerOf({ firstIndex: leaves.length, promised: [other(10)], deadline: past() }));
      const found = await withheld(check);
      expect(found.map(({ code, details }) => `${code} ${String(details["count"])}`)).to.deep.equal([
        "LOG_OUTBOX_PROMISE_BROKEN undefined",
        "LOG_OUTBOX_PROMISE_WITHHELD 25",
      ]);
    });
  });

  const changes: [what: string, change: (answer: LogAnswer) => object][] = [
    ["another service", (answer) => ({ ...answer, service: "th.go.other" })],
    ["another index", (answer) => ({ ...answer, firstIndex: answer.firstIndex + 1 })],
    ["another deadline", (answer) => ({ ...answer, deadline: answer.deadline + 1 })],
    ["a leaf less", (answer) => ({ ...answer, leaves: answer.leaves.slice(1) })],
    ["another leaf", (answer) => ({ ...answer, leaves: answer.leaves.with(0, toHex(other(9))) })],
    ["a member more", (answer) => ({ ...answer, note: 1 })],
    ["no promise", (answer) => ({ ...answer, promise: null })],
  ];
  for (const [what, change] of changes) {
    it(`refuses an answer with ${what}`, () => {
      const answer = answerOf({ firstIndex: 0, promised: leaves.slice(0, 2), deadline: future() });
      expect(() => parseAnswer(JSON.stringify(change(answer))))
        .to.throw()
        .with.property("code", "LOG_FILE_MALFORMED");
    });
  }

  it("tells every verdict in Thai and in English", () => {
    const breach = { index: 3, data: "0x" } as const;
    const hidden = { state: "withheld", index: 3, block: 5, cause: sdkError("LOG_BUNDLE_ROOT") } as const;
    const verdicts = [
      { state: "notPromised", signer: undefined },
      { state: "open", anchored: 1, deadline: 2, now: 1 },
      { state: "kept", block: 5, late: 0 },
      { state: "kept", block: 5, late: 9 },
      { state: "keptTooLate", block: 5, late: 9 },
      { state: "overdue", anchored: 1, deadline: 2, now: 1, breaches: [] },
      { ...hidden, isReported: false },
      { ...hidden, isReported: true },
      {
        state: "broken",
        breaches: [
          { ...breach, breach: "DeadlineMissed", reported: true },
          { ...breach, breach: "WrongLeaf", reported: false },
        ],
      },
    ] as const;
    for (const verdict of verdicts) {
      expect(verdictText(verdict, "th")).to.match(/[\u0e00-\u0e7f]/);
      expect(verdictText(verdict, "en")).to.not.match(/[\u0e00-\u0e7f]/);
    }
  });
});
