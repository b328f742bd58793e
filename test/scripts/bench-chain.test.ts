import { expect } from "chai";
import { HDNodeWallet, id, Mnemonic } from "ethers";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Answers } from "../../scripts/bench/chain/answer.ts";
import { call } from "../../scripts/bench/chain/calls.ts";
import type { Call } from "../../scripts/bench/chain/calls.ts";
import { captureBlock, captureCodes, journalContracts } from "../../scripts/bench/chain/capture.ts";
import { accountsFor, castOf } from "../../scripts/bench/chain/cast.ts";
import { Dice } from "../../scripts/bench/chain/dice.ts";
import { projectLife } from "../../scripts/bench/chain/life.ts";
import { prologue } from "../../scripts/bench/chain/play.ts";
import { blocksWithEvents, Recording } from "../../scripts/bench/chain/recording/reader.ts";
import { RecordingWriter, writeMeta } from "../../scripts/bench/chain/recording/writer.ts";
import { serveRecording } from "../../scripts/bench/chain/server.ts";
import { World, YEAR, YEAR_START } from "../../scripts/bench/chain/world.ts";
import { eventTopic } from "../../sdk/abi-event.ts";
import { fromHex } from "../../sdk/hex.ts";
import { dynamicHeadSlots, emptyJournalRoot, foldJournal, journalEntry } from "../../sdk/journal.ts";
import { journalEvents, registerNames } from "../../sdk/registers.ts";
import { startLedger } from "../support/demo-fixture.ts";
import type { DemoFixture } from "../support/demo-fixture.ts";
import { rpc, rpcBatch } from "../support/json-rpc.ts";

const AGENCIES = 3;
const PROJECTS = 4;
/** With these dice the treasury tries to pay before the second approval. */
const SEED = 5;
const mnemonic = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const wallets = Array.from({ length: accountsFor(AGENCIES) }, (_, i) =>
  HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${i}`),
);
const hex = (value: number) => `0x${value.toString(16)}`;

interface Log {
  address: string;
  topics: string[];
  data: string;
  transactionHash: string;
}

describe("the recorded chain of the benchmarks", function () {
  this.timeout(240_000);

  const folder = mkdtempSync(join(tmpdir(), "prongsai-recording-"));
  const briefs: string[] = [];
  let real: DemoFixture;
  let served: Awaited<ReturnType<typeof serveRecording>>;
  let recording: Recording;
  let url: string;
  let refused = 0;

  before(async () => {
    real = await startLedger();
    const world = new World(
      castOf(
        wallets.map(({ address }) => address),
        AGENCIES,
      ),
      new Dice(SEED),
      (brief) => briefs.push(brief),
    );
    await play(world, YEAR_START - 86_400, [...prologue(world)]);
    world.now = YEAR_START;
    const open = call(world.cast.authority, "BudgetLines", "openYear", YEAR);
    const lives = Array.from({ length: PROJECTS }, () => [...projectLife(world)]);
    await play(world, YEAR_START, [open, ...lives.flat()]);
    await recordAll();
    recording = new Recording(folder);
    served = await serveRecording(new Answers(recording));
    url = `http://127.0.0.1:${served.port}`;
  });

  after(async () => {
    await served?.close();
    await real?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sends signed transactions to the chain's public address and makes sure that each went as planned. */
  async function play(world: World, time: number, calls: Call[]): Promise<void> {
    world.now = time;
    await real.chain.setClock(time);
    const nonces = new Map<string, number>();
    for (let start = 0; start < calls.length; start += 100) {
      const raws: string[] = [];
      for (const { from, to, data } of calls.slice(start, start + 100)) {
        const wallet = wallets.find(({ address }) => address === from)!;
        const nonce =
          nonces.get(from) ??
          Number(await rpc(real.chain.rpcUrl, "eth_getTransactionCount", [from, "latest"]));
        nonces.set(from, nonce + 1);
        const fields = { type: 0, chainId: 31337, gasPrice: 0, gasLimit: 3_000_000, nonce, data };
        raws.push(await wallet.signTransaction({ ...fields, to: real.deployment.contracts[to]!.address }));
      }
      const hashes = await batch(
        real.chain.rpcUrl,
        raws.map((raw) => ["eth_sendRawTransaction", [raw]]),
      );
      const receipts = await batch(
        real.chain.rpcUrl,
        hashes.map((hash) => ["eth_getTransactionReceipt", [hash]]),
      );
      receipts.forEach((receipt, i) => {
        const planned = calls[start + i]!.refused ? "0x0" : "0x1";
        expect((receipt as { status: string }).status, `transaction ${start + i}`).to.equal(planned);
        if (planned === "0x0") refused++;
      });
    }
  }

  async function recordAll(): Promise<void> {
    const request = (method: string, params: unknown[]) => rpc(real.chain.rpcUrl, method, params);
    const writer = new RecordingWriter(folder);
    const head = Number(await request("eth_blockNumber", []));
    for (let number = 0; number <= head; number++) {
      writer.add(await captureBlock(request, number, journalContracts(real.deployment)));
    }
    writer.close();
    const clientVersion = (await request("web3_clientVersion", [])) as string;
    const codes = await captureCodes(request, real.deployment);
    writeMeta(folder, { deployment: real.deployment, codes, clientVersion, seconds: 0 });
  }

  async function batch(to: string, requests: [string, unknown[]][]): Promise<unknown[]> {
    return (await rpcBatch(to, requests)).map(({ result, error }) => {
      if (error) throw Object.assign(new Error(error.message), error);
      return result;
    });
  }

  /** Both give the same answers, errors included. */
  async function expectSame(requests: [string, unknown[]][]): Promise<void> {
    for (let start = 0; start < requests.length; start += 50) {
      const some = requests.slice(start, start + 50);
      const [wanted, given] = await Promise.all([rpcBatch(real.chain.rpcUrl, some), rpcBatch(url, some)]);
      some.forEach((request, i) => expect(given[i], JSON.stringify(request)).to.deep.equal(wanted[i]));
    }
  }

  const blocks = () => Array.from({ length: recording.head + 1 }, (_, number) => hex(number));

  it("holds whole lives of projects and what the ledger refused", () => {
    expect(recording.marks.at(-1)!.events).to.be.greaterThan(200);
    expect(refused).to.be.greaterThan(0);
    expect(briefs).to.have.length(PROJECTS);
    expect(blocksWithEvents(recording.marks, 1e9)).to.equal(undefined);
    const blocks = blocksWithEvents(recording.marks, 100)!;
    expect(recording.marks[blocks - 1]!.events).to.be.within(100, 120);
    expect(recording.marks[blocks - 2]!.events).to.be.lessThan(100);
  });

  it("answers about blocks as the chain does", async () => {
    await expectSame([
      ["eth_chainId", []],
      ["net_version", []],
      ["web3_clientVersion", []],
      ["eth_blockNumber", []],
      ["eth_getBlockByNumber", ["latest", false]],
      ["eth_getBlockByNumber", [hex(recording.head + 1), true]],
      ["eth_getBlockTransactionCountByNumber", [hex(recording.head + 1)]],
      ["eth_getBlockByHash", [`0x${"12".repeat(32)}`, true]],
      ...Object.values(real.deployment.contracts).flatMap(({ address, block }): [string, unknown[]][] => [
        ["eth_getCode", [address, "latest"]],
        ["eth_getCode", [address, hex(block)]],
        ["eth_getCode", [address, hex(block - 1)]],
      ]),
      ...blocks().flatMap((number): [string, unknown[]][] => [
        ["eth_getBlockByNumber", [number, true]],
        ["eth_getBlockByNumber", [number, false]],
        ["eth_getBlockTransactionCountByNumber", [number]],
        ["eth_getBlockByHash", [recording.marks[Number(number)]!.hash, true]],
        ["eth_getBlockReceipts", [number]],
      ]),
    ]);
  });

  it("answers about transactions as the chain does", async () => {
    const all = await batch(
      url,
      blocks()
        .slice(-200)
        .map((number) => ["eth_getBlockByNumber", [number, false]]),
    );
    const hashes = (all as { transactions: string[] }[]).flatMap(({ transactions }) => transactions);
    await expectSame([
      ["eth_getTransactionReceipt", [`0x${"34".repeat(32)}`]],
      ...hashes.flatMap((hash): [string, unknown[]][] => [
        ["eth_getTransactionReceipt", [hash]],
        ["eth_getTransactionByHash", [hash]],
      ]),
    ]);
  });

  it("gives the logs that a filter asks for, whichever", async () => {
    const [from, to] = [hex(recording.head - 200), "latest"];
    const { BudgetLines, BudgetProjects, Consortium } = real.deployment.contracts;
    const lines = BudgetLines!.address.toLowerCase();
    const logs = await rpc<Log[]>(url, "eth_getLogs", [{ fromBlock: from, toBlock: to }]);
    const [first, second] = logs.find(({ topics }) => topics.length > 2)!.topics;
    const topic = id("ProjectStateChanged(bytes32,uint8,uint8,address,(bytes,bytes32,uint64))");
    await expectSame(
      [
        {},
        { address: lines },
        { address: [lines, BudgetProjects!.address] },
        { address: Consortium!.address },
        { topics: [topic] },
        { topics: [[topic, first]] },
        { topics: [null, second] },
        { address: lines, topics: [first, [second, topic]] },
      ].flatMap((filter): [string, unknown[]][] => [
        ["eth_getLogs", [{ fromBlock: "0x0", toBlock: to, ...filter }]],
        ["eth_getLogs", [{ fromBlock: from, toBlock: hex(recording.head - 50), ...filter }]],
        ["eth_getLogs", [{ blockHash: recording.marks.at(-3)!.hash, ...filter }]],
      ]),
    );
  });

  it("answers calls of journal(), and why a transaction was refused, as the chain does", async () => {
    const journal = (to: string, at: string): [string, unknown[]] => [
      "eth_call",
      [{ to, data: "0x61471425" }, at],
    ];
    const addresses = journalContracts(real.deployment);
    await expectSame(blocks().flatMap((at) => addresses.map((to) => journal(to, at))));
    const all = (await batch(
      url,
      blocks().map((at) => ["eth_getBlockByNumber", [at, true]]),
    )) as {
      number: string;
      transactions: { hash: string; from: string; to: string; input: string; value: string }[];
    }[];
    const receipts = (await batch(
      url,
      blocks().map((at) => ["eth_getBlockReceipts", [at]]),
    )) as {
      status: string;
    }[][];
    const again = all.flatMap(({ number, transactions }, block) =>
      transactions
        .filter((_, i) => receipts[block]![i]!.status === "0x0")
        .map(({ from, to, input, value }): [string, unknown[]] => [
          "eth_call",
          [{ from, to, data: input, value }, hex(Number(number) - 1)],
        ]),
    );
    expect(again).to.have.length(refused);
    await expectSame(again);
    const [answer] = await rpcBatch(url, again);
    expect(answer!.error!.data).to.match(/^0x[0-9a-f]{8}/);
  });

  it("refuses what it does not know instead of inventing it", async () => {
    const [method, unknown, ahead] = await rpcBatch(url, [
      ["eth_sendRawTransaction", ["0x00"]],
      ["eth_call", [{ to: real.deployment.contracts.BudgetLines!.address, data: "0x12345678" }, "latest"]],
      ["eth_call", [{ to: real.deployment.contracts.BudgetLines!.address, data: "0x61471425" }, "0xffffff"]],
    ]);
    expect(method!.error!.code).to.equal(-32601);
    expect([unknown!.error!.code, ahead!.error!.code]).to.deep.equal([-32000, -32000]);
  });

  it("shows a shorter chain when asked to, with the journals of its last block", async () => {
    const head = recording.head - 50;
    const shorter = await serveRecording(new Answers(new Recording(folder, head + 1)));
    try {
      const to = `http://127.0.0.1:${shorter.port}`;
      expect(await rpc(to, "eth_blockNumber")).to.equal(hex(head));
      expect(await rpc(to, "eth_getBlockByNumber", [hex(head + 1), false])).to.equal(null);
      expect(await rpc(to, "eth_getLogs", [{ fromBlock: "0x0" }])).to.deep.equal(
        await rpc(real.chain.rpcUrl, "eth_getLogs", [{ fromBlock: "0x0", toBlock: hex(head) }]),
      );
      await expectFolded(to);
    } finally {
      await shorter.close();
    }
  });

  it("gives logs that fold to the journals, contract by contract", () => expectFolded(url));

  async function expectFolded(chain: string): Promise<void> {
    const logs = await rpc<Log[]>(chain, "eth_getLogs", [{ fromBlock: "0x0", toBlock: "latest" }]);
    for (const name of registerNames) {
      const address = real.deployment.contracts[name]!.address.toLowerCase();
      const events = new Map(
        journalEvents(name).map((event) => [eventTopic(event), dynamicHeadSlots(event)]),
      );
      let root = emptyJournalRoot();
      let count = 0;
      for (const log of logs) {
        const slots = events.get(log.topics[0]!);
        if (log.address.toLowerCase() !== address || !slots) continue;
        root = foldJournal(
          root,
          journalEntry(
            log.topics.map((topic) => fromHex(topic)),
            fromHex(log.data),
            slots,
          ),
        );
        count++;
      }
      const answer = await rpc<string>(chain, "eth_call", [{ to: address, data: "0x61471425" }, "latest"]);
      expect([Number(answer.slice(0, 66)), answer.slice(66)], name).to.deep.equal([
        count,
        Buffer.from(root).toString("hex"),
      ]);
    }
  }
});
