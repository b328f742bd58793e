import { eventTopic } from "../abi-event.ts";
import { sdkError } from "../errors/sdk.ts";
import type { AbiEvent } from "../journal.ts";
import { RpcClient } from "../rpc.ts";
import { askBlock, quantity } from "./ask-block.ts";
import { cannot } from "./cannot.ts";
import { compareValues } from "./compare-values.ts";
import type { ComparedField } from "./compare-values.ts";
import type { RpcLog } from "./read-logs.ts";
import type { VerifyStep } from "./step.ts";

/** Where on the chain a figure comes from. */
export type LogReference = {
  readonly address: string;
  readonly blockNumber: number;
  readonly logIndex: number;
  readonly txHash: string;
};

export type RecordClaim = {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly reference: LogReference;
  readonly event: AbiEvent;
  /** claimed values by dotted path in the event, e.g. `{ amount: "148000", "counters.paid": "148000" }` */
  readonly expected: Readonly<Record<string, string | number | bigint | boolean>>;
};

/** `from` is who signed the transaction, null when there is none; `found` whether the event stands where it should. */
export type RecordFollowed = {
  readonly txHash: string;
  readonly logIndex: number;
  readonly from: string | null;
  readonly found: boolean;
};

/** `found` is false when the ledger has no such event at all; then no field has a found value. */
export type RecordOutcome = {
  readonly event: string;
  readonly found: boolean;
  readonly fields: readonly ComparedField[];
};

export type RecordStep = VerifyStep<RecordFollowed, RecordOutcome>;

type Receipt = { from: string; blockNumber: string; logs: RpcLog[] };

/** The receipt, or null when the block does not hold the transaction. A node that merely lost it cannot be asked. */
async function readReceipt(
  rpc: RpcClient,
  { txHash, blockNumber }: LogReference,
  signal?: AbortSignal,
): Promise<Receipt | null> {
  const [receipt, block] = await rpc.batch<[Receipt | null, { transactions: string[] } | null]>(
    [
      { method: "eth_getTransactionReceipt", params: [txHash] },
      { method: "eth_getBlockByNumber", params: [quantity(blockNumber), false] },
    ],
    signal,
  );
  const isInBlock = block?.transactions.some((hash) => hash.toLowerCase() === txHash.toLowerCase());
  if (!receipt && isInBlock) throw sdkError("VERIFY_RECEIPT_MISSING", { txHash });
  return receipt;
}

async function decode(event: AbiEvent, log: RpcLog): Promise<unknown> {
  // ethers is large and needed only here, when a reader asks for the check.
  const { Interface } = await import("ethers");
  const decoded = new Interface([event]).decodeEventLog(event.name, log.data, log.topics);
  return decoded.toObject(true);
}

/**
 * Checks one figure against a node: reads the receipt of the transaction it comes from, finds the log, decodes it and
 * compares the claimed fields. Yields each step as it is done.
 *
 * @throws only the reason of `signal` when aborted; whatever prevents the check is the last step, `cannot`
 */
export async function* verifyRecord(
  claim: RecordClaim,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<RecordStep> {
  const { event, expected, reference, chainId } = claim;
  const { txHash, logIndex, blockNumber, address } = reference;
  const rpc = new RpcClient(claim.rpcUrl);
  try {
    yield { step: "asked", detail: await askBlock(rpc, chainId, blockNumber, signal) };
    const receipt = await readReceipt(rpc, reference, signal);
    const log = receipt?.logs.find((candidate) => Number(candidate.logIndex) === logIndex);
    const isThere =
      Number(log?.blockNumber) === blockNumber &&
      log?.address.toLowerCase() === address.toLowerCase() &&
      log.topics[0]?.toLowerCase() === eventTopic(event);
    yield { step: "followed", detail: { txHash, logIndex, from: receipt?.from ?? null, found: isThere } };
    const fields = compareValues(expected, log && isThere ? await decode(event, log) : {});
    const agrees = isThere && fields.every(({ same }) => same);
    yield { step: agrees ? "agrees" : "differs", detail: { event: event.name, found: isThere, fields } };
  } catch (error) {
    signal?.throwIfAborted();
    yield cannot(error);
  }
}
