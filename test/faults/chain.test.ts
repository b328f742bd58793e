import { expect } from "chai";
import { Wallet } from "ethers";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import { rpc, rpcBatch } from "../support/json-rpc.ts";
import { random as createRandom } from "../support/random.ts";

const KILLS = Number(process.env.KILLS ?? 50);
const WALLET = Wallet.fromPhrase("test test test test test test test test test test test junk");

interface Block {
  number: string;
  hash: string;
}

describe("embedded chain under kill −9", function () {
  this.timeout(600_000);
  const { seed, next } = createRandom();
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const chance = (share: number) => next() < share;
  const directory = mkdtempSync(join(tmpdir(), "prongsai-chain-"));
  const acknowledged: string[] = [];
  /** Blocks that the public address ever showed, by number. */
  const seen = new Map<number, string>();

  after(() => rmSync(directory, { recursive: true, force: true }));

  /** Sends batches of transactions until the chain dies; remembers every answer that came back. */
  async function write(chain: Chain): Promise<void> {
    try {
      for (;;) {
        let nonce = Number(await rpc(chain.rpcUrl, "eth_getTransactionCount", [WALLET.address, "latest"]));
        const requests: [string, unknown[]][] = [];
        for (let i = integer(1, 8); i > 0; i--) {
          // Some are refused: their marks must not take an accepted transaction with them.
          const wrong = chance(0.1);
          const raw = await WALLET.signTransaction({
            ...{ type: 0, chainId: 31337, gasPrice: 0, gasLimit: 21_000, value: 1n },
            to: "0x000000000000000000000000000000000000dEaD",
            nonce: wrong ? nonce + 1_000 : nonce++,
          });
          requests.push(["eth_sendRawTransaction", [raw]]);
          if (chance(0.1)) requests.push(["eth_sendRawTransaction", [raw]]);
        }
        requests.push(["eth_getBlockByNumber", ["latest", false]]);
        const answers = await rpcBatch(chain.rpcUrl, requests);
        const block = answers.pop()!.result as Block;
        seen.set(Number(block.number), block.hash);
        for (const { result } of answers) if (typeof result === "string") acknowledged.push(result);
      }
    } catch (error) {
      const died = error instanceof TypeError || error instanceof SyntaxError;
      if (!died) throw error;
    }
  }

  async function check(chain: Chain, hashes: string[]): Promise<void> {
    for (let from = 0; from < hashes.length; from += 500) {
      const part = hashes.slice(from, from + 500);
      const receipts = await rpcBatch(
        chain.rpcUrl,
        part.map((hash) => ["eth_getTransactionReceipt", [hash]]),
      );
      const lost = receipts.filter(({ result }) => (result as { status?: string } | null)?.status !== "0x1");
      expect(lost.map(({ id }) => part[id])).to.deep.equal([]);
    }
    const blocks = [...seen].slice(-500);
    if (blocks.length === 0) return;
    const found = await rpcBatch(
      chain.rpcUrl,
      blocks.map(([number]) => ["eth_getBlockByNumber", [`0x${number.toString(16)}`, false]]),
    );
    expect(found.map(({ result }) => (result as Block | null)?.hash)).to.deep.equal(
      blocks.map(([, hash]) => hash),
    );
  }

  /** Dies while it replays, as impatient people make it do. */
  async function killWhileStarting(): Promise<void> {
    const controller = new AbortController();
    const starting = startChain({ directory, signal: controller.signal }).catch(() => undefined);
    await sleep(integer(0, 900));
    controller.abort();
    const chain = await starting;
    chain?.child.ref();
    if (chain && chain.child.signalCode === null) await once(chain.child, "exit");
  }

  it(`loses no acknowledged transaction in ${KILLS} kills (SEED=${seed})`, async () => {
    let checked = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      if (chance(0.2)) {
        await killWhileStarting();
        continue;
      }
      const chain = await startChain({ directory });
      await check(chain, acknowledged.slice(checked));
      checked = acknowledged.length;
      chain.child.ref();
      const exited = once(chain.child, "exit");
      const writing = write(chain);
      await sleep(integer(0, 500));
      chain.child.kill("SIGKILL");
      await Promise.all([writing, exited]);
      if (chance(0.3)) {
        // A power failure tears the last write; kill −9 alone cannot.
        const lines = readFileSync(join(directory, "log"), "utf8").trimEnd().split("\n");
        const line = lines.at(-1)!;
        appendFileSync(join(directory, "log"), line.slice(0, integer(1, line.length)));
      }
    }
    const chain = await startChain({ directory });
    await check(chain, acknowledged);
    expect(acknowledged.length).to.be.greaterThan(KILLS);
    await chain.stop();
  });
});
