import { BrowserProvider } from "ethers";
import { network } from "hardhat";
import { deployLedger } from "../../deploy/index.ts";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { toRpcError } from "../../chain/rpc-error.ts";
import type { Call } from "./calls.ts";
import { captureBlock, captureCodes, journalContracts } from "./capture.ts";
import type { Receipt, Request } from "./capture.ts";
import { accountsFor, castOf } from "./cast.ts";
import { Dice } from "./dice.ts";
import { prologue, year } from "./play.ts";
import { RecordingWriter, writeMeta } from "./recording/writer.ts";
import { World, YEAR_START } from "./world.ts";

const AGENCIES = 40;
/** Many, because the EVM keeps every block's state: a million events in small blocks would need 20 GB. */
const TRANSACTIONS_PER_BLOCK = 1_000;
/** So many blocks that a million events fill a budget year. */
const SECONDS_PER_BLOCK = 40_000;
const DAY = 86_400;
const GAS = "0x2dc6c0";

export interface RecordOptions {
  readonly folder: string;
  /** recorded until there are this many events, and the block with the last of them is complete */
  readonly events: number;
  readonly keepBrief: (content: string) => void;
  readonly progress?: (state: { events: number; blocks: number; repeated: boolean }) => void;
  readonly signal?: AbortSignal;
}

/**
 * Executes budget years' work in Hardhat's EVM and writes down what the chain answers about it. A recording that was
 * interrupted, or is longer now, is executed from its beginning again (the EVM keeps nothing) and must give the same
 * block hashes; only what is new is written.
 */
export async function record(options: RecordOptions): Promise<void> {
  const started = performance.now();
  const chain = await openChain();
  const writer = new RecordingWriter(options.folder);
  try {
    const { request, accounts } = chain;
    const cast = castOf(accounts, AGENCIES);
    const world = new World(cast, new Dice(2568), options.keepBrief);
    const wallet = new BrowserProvider({
      request: ({ method, params }) => request(method, params as unknown[]),
    });
    const deployment = await deployLedger(await wallet.getSigner(cast.deployer), {
      consortium: { members: cast.voters, votingDelay: 3_600, votingPeriod: DAY, executionDelay: 2 * DAY },
      registrar: { account: cast.registrar, executionDelay: 0 },
    });
    wallet.destroy();
    await request("evm_setAutomine", [false]);
    const journals = journalContracts(deployment);
    const clientVersion = (await request("web3_clientVersion", [])) as string;
    const codes = await captureCodes(request, deployment);
    const describe = () => {
      const seconds = (performance.now() - started) / 1000;
      writeMeta(options.folder, { deployment, codes, clientVersion, seconds });
    };
    describe();
    let written = 0;
    const capture = async () => {
      const head = Number(await request("eth_blockNumber", []));
      for (; written <= head; written++) {
        const known = writer.known[written];
        if (!known) writer.add(await captureBlock(request, written, journals));
        else await compare(request, written, known.hash);
      }
      options.progress?.({
        events: writer.events,
        blocks: written,
        repeated: written <= writer.known.length,
      });
    };
    const send = (call: Call) =>
      request("eth_sendTransaction", [
        {
          from: call.from,
          to: deployment.contracts[call.to]!.address,
          data: call.data,
          gas: GAS,
          gasPrice: "0x0",
        },
      ]);
    let time = YEAR_START - DAY;
    const fill = async (calls: Iterator<Call>) => {
      world.now = time;
      const sent: { call: Call; hash: Promise<unknown> }[] = [];
      while (sent.length < TRANSACTIONS_PER_BLOCK) {
        const next = calls.next();
        if (next.done) break;
        sent.push({ call: next.value, hash: send(next.value) });
      }
      const hashes = (await Promise.all(sent.map(({ hash }) => hash))) as string[];
      await request("evm_setNextBlockTimestamp", [time]);
      await request("evm_mine", []);
      await checkOutcomes(
        request,
        hashes,
        sent.map(({ call }) => call),
      );
      time += SECONDS_PER_BLOCK;
      await capture();
      return sent.length === TRANSACTIONS_PER_BLOCK;
    };

    await capture();
    const before = prologue(world);
    while (await fill(before));
    time = YEAR_START;
    const work = year(world);
    while (writer.events < options.events) {
      options.signal?.throwIfAborted();
      await fill(work);
    }
    describe();
  } finally {
    writer.close();
    await chain.close();
  }
}

async function openChain(): Promise<{ request: Request; accounts: string[]; close: () => Promise<void> }> {
  const connection = await network.create({
    network: "default",
    override: {
      chainId: DEMO_CHAIN_ID,
      hardfork: "prague",
      initialDate: new Date((YEAR_START - 30 * DAY) * 1000),
      // A block holds what is put into it; gas is no measure of time on a chain without a price.
      blockGasLimit: 1_000_000_000,
      gasPrice: 0,
      initialBaseFeePerGas: 0,
      accounts: { count: accountsFor(AGENCIES) },
      throwOnTransactionFailures: false,
      loggingEnabled: false,
      mining: { auto: true, interval: 0, mempool: { order: "fifo" } },
    },
  });
  const { provider } = connection;
  const request: Request = async (method, params) => {
    try {
      return await provider.request({ method, params });
    } catch (error) {
      throw toRpcError(error);
    }
  };
  const accounts = (await request("eth_accounts", [])) as string[];
  return { request, accounts, close: () => connection.close() };
}

async function compare(request: Request, number: number, hash: string): Promise<void> {
  const block = (await request("eth_getBlockByNumber", [`0x${number.toString(16)}`, false])) as {
    hash: string;
  };
  if (block.hash !== hash)
    throw new Error(`block ${number} is another one than was recorded: remove the recording`);
}

/** Everything was carried out in this order, except what had to be refused. */
async function checkOutcomes(request: Request, hashes: string[], calls: Call[]): Promise<void> {
  const receipts = (await Promise.all(
    hashes.map((hash) => request("eth_getTransactionReceipt", [hash])),
  )) as (Receipt | null)[];
  receipts.forEach((receipt, i) => {
    const { to, data, refused = false } = calls[i]!;
    const order = Number(receipt?.transactionIndex) === i;
    if (!receipt || !order || (receipt.status === "0x0") !== refused) {
      throw new Error(`transaction ${i} to ${to} (${data.slice(0, 10)}) went another way than planned`);
    }
  });
}
