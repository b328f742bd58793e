import { eventTopic } from "../abi-event.ts";
import { sdkError } from "../errors/sdk.ts";
import { fromHex, toHex } from "../hex.ts";
import { dynamicHeadSlots, emptyJournalRoot, foldJournal, journalEntry } from "../journal.ts";
import type { AbiEvent } from "../journal.ts";
import { keccak256 } from "../keccak.ts";
import type { Keccak } from "../keccak.ts";
import { RpcClient } from "../rpc.ts";
import { askBlock, quantity } from "./ask-block.ts";
import { cannot } from "./cannot.ts";
import { readLogs } from "./read-logs.ts";
import type { VerifyStep } from "./step.ts";

/** Number of entries and the root after the last, `0x…`. */
export type JournalState = { readonly count: number; readonly root: string };

export type JournalClaim = {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** the register's contract and the block of its creation */
  readonly address: string;
  readonly fromBlock: number;
  /** what the mirror said of the journal as of this block */
  readonly block: number;
  readonly expected: JournalState;
  /** events that the register folds, see `journalEvents` */
  readonly events: readonly AbiEvent[];
};

export type JournalFollowed = { readonly entries: number; readonly total: number; readonly block: number };

/** What the page said, what the contract says of itself, and what its events fold to. */
export type JournalOutcome = {
  readonly expected: JournalState;
  readonly onChain: JournalState;
  readonly folded: JournalState;
};

export type JournalStep = VerifyStep<JournalFollowed, JournalOutcome>;

const JOURNAL_SELECTOR = toHex(keccak256(new TextEncoder().encode("journal()")).slice(0, 4));

async function readJournal(
  rpc: RpcClient,
  address: string,
  block: number,
  signal?: AbortSignal,
): Promise<JournalState> {
  const call = { to: address, data: JOURNAL_SELECTOR };
  const answer = await rpc.call<string>("eth_call", [call, quantity(block)], signal);
  if (!/^0x[0-9a-f]{128}$/i.test(answer)) throw sdkError("VERIFY_NO_JOURNAL", { address });
  return { count: Number(BigInt(answer.slice(0, 66))), root: `0x${answer.slice(66)}` };
}

const same = (a: JournalState, b: JournalState) =>
  a.count === b.count && a.root.toLowerCase() === b.root.toLowerCase();

/**
 * Checks a register's journal against a node: reads `journal()` as of the block, reads all events of the contract up
 * to it, folds them, and compares all three with what was claimed. Yields each step as it is done.
 *
 * What it proves: the node that was asked gives the same events and the same root as the mirror claims. It does not
 * prove that the node is honest.
 *
 * @throws only the reason of `signal` when aborted; whatever prevents the check is the last step, `cannot`
 */
export async function* verifyJournal(
  claim: JournalClaim,
  { signal, keccak = keccak256 }: { signal?: AbortSignal; keccak?: Keccak } = {},
): AsyncGenerator<JournalStep> {
  const { address, block, expected, fromBlock, chainId } = claim;
  const rpc = new RpcClient(claim.rpcUrl);
  const slotsByTopic = new Map(claim.events.map((event) => [eventTopic(event), dynamicHeadSlots(event)]));
  try {
    const asked = await askBlock(rpc, chainId, block, signal);
    yield { step: "asked", detail: asked };
    const onChain = await readJournal(rpc, address, block, signal);
    let root = emptyJournalRoot();
    let entries = 0;
    for await (const { logs, toBlock } of readLogs(rpc, { address, fromBlock, toBlock: block }, { signal })) {
      for (const { topics, data } of logs) {
        const slots = slotsByTopic.get(topics[0]?.toLowerCase() ?? "");
        if (!slots) continue;
        const words = topics.map((topic) => fromHex(topic, 32));
        root = foldJournal(root, journalEntry(words, fromHex(data), slots, keccak), keccak);
        entries++;
      }
      yield { step: "followed", detail: { entries, total: onChain.count, block: toBlock } };
    }
    const again = await askBlock(rpc, chainId, block, signal);
    if (again.blockHash !== asked.blockHash) throw sdkError("VERIFY_REORGANISED", { block });
    const folded = { count: entries, root: toHex(root) };
    const agrees = same(expected, onChain) && same(onChain, folded);
    yield { step: agrees ? "agrees" : "differs", detail: { expected, onChain, folded } };
  } catch (error) {
    signal?.throwIfAborted();
    yield cannot(error);
  }
}
