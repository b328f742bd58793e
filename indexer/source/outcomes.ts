import { RetryableError } from "../errors/index.ts";
import { quantity } from "./quantity.ts";
import { failure, isPassing } from "./rpc.ts";
import type { Answer, Rpc } from "./rpc.ts";
import type { Block, Log, Outcome, Transaction } from "./types.ts";

const PER_REQUEST = 100;

interface Silent {
  readonly block: Block;
  readonly transaction: Transaction;
}

/**
 * What became of each transaction that left no log of the ledger; one that did was carried out.
 *
 * @throws RetryableError INDEX_ANSWER_INCONSISTENT when a receipt is not given
 */
export async function readOutcomes(
  rpc: Rpc,
  blocks: readonly Block[],
  logs: readonly Log[],
): Promise<Map<string, Outcome>> {
  const logged = new Set(logs.map(({ transaction }) => transaction));
  const silent = blocks.flatMap((block) =>
    block.transactions.filter(({ hash }) => !logged.has(hash)).map((transaction) => ({ block, transaction })),
  );
  const outcomes = new Map<string, Outcome>();
  for (let start = 0; start < silent.length; start += PER_REQUEST) {
    const some = silent.slice(start, start + PER_REQUEST);
    const statuses = await readStatuses(rpc, some);
    const refused = some.filter((_, i) => statuses[i] === 0);
    const refusals = await readRefusals(rpc, refused);
    some.forEach(({ transaction }) => outcomes.set(transaction.hash, { status: 1, refusal: null }));
    refused.forEach(({ transaction }, i) =>
      outcomes.set(transaction.hash, { status: 0, refusal: refusals[i]! }),
    );
  }
  return outcomes;
}

async function readStatuses(rpc: Rpc, some: readonly Silent[]): Promise<(0 | 1)[]> {
  const receipts = (await rpc.batch(
    some.map(({ transaction }) => ({ method: "eth_getTransactionReceipt", params: [transaction.hash] })),
  )) as ({ readonly status: string } | null)[];
  return receipts.map((receipt, i) => {
    if (receipt) return receipt.status === "0x0" ? 0 : 1;
    const { block, transaction } = some[i]!;
    const { number } = block;
    const reason = `the receipt of ${transaction.hash} was not given`;
    throw new RetryableError("INDEX_ANSWER_INCONSISTENT", { from: number, to: number, reason });
  });
}

/**
 * The revert data of refused transactions. A receipt holds no reason; the trace of the transaction does. A node that
 * traces nothing is asked to repeat the call on the state before the block: the same answer, unless an earlier
 * transaction of that block made the difference.
 */
async function readRefusals(rpc: Rpc, refused: readonly Silent[]): Promise<(string | null)[]> {
  const tracer = { tracer: "callTracer" };
  const traces = await rpc.answers(
    refused.map(({ transaction }) => ({
      method: "debug_traceTransaction",
      params: [transaction.hash, tracer],
    })),
  );
  throwPassing("debug_traceTransaction", traces);
  const untraced = refused.filter((_, i) => tracedOutput(traces[i]!) === undefined);
  const repeated = await rpc.answers(
    untraced.map(({ block, transaction: { from, to, input, value } }) => ({
      method: "eth_call",
      params: [
        { from, ...(to && { to }), data: `0x${input.toString("hex")}`, value },
        quantity(block.number - 1),
      ],
    })),
  );
  throwPassing("eth_call", repeated);
  return refused.map((one, i) => {
    const output = tracedOutput(traces[i]!);
    if (output !== undefined) return output;
    const answer = repeated[untraced.indexOf(one)]!;
    return "error" in answer ? revertData(answer.error.data) : null;
  });
}

/** A reason that the node could not give for the moment must not become "there is none". */
function throwPassing(method: string, answers: readonly Answer[]): void {
  for (const answer of answers) {
    if ("error" in answer && isPassing(answer.error)) throw failure(method, answer.error);
  }
}

/** Output of the outermost call, `0x` when it gave none (out of gas); undefined when there is no trace of it. */
function tracedOutput(answer: Answer): string | undefined {
  if ("error" in answer) return undefined;
  const trace = answer.result as { type?: string; output?: string } | null;
  if (!trace?.type) return undefined;
  return (trace.output ?? "0x").toLowerCase();
}

/** Nodes give revert data as the error's data, bare or under `data`. */
function revertData(data: unknown): string | null {
  const found = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  return typeof found === "string" && /^0x([0-9a-f]{2})*$/i.test(found) ? found.toLowerCase() : null;
}
