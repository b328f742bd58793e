import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { registerNames } from "../../../sdk/registers.ts";
import type { Pieces } from "./recording/writer.ts";

export type Request = (method: string, params: unknown[]) => Promise<unknown>;

/** A call on the state after block `at`, and what the chain answered. */
export interface RecordedCall {
  readonly at: number;
  readonly call: CallParameters;
  readonly result?: string;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export interface CallParameters {
  readonly from?: string;
  readonly to?: string;
  readonly data?: string;
  readonly value?: string;
}

/** First four bytes of keccak256("journal()"). */
const JOURNAL = "0x61471425";

const hex = (value: number) => `0x${value.toString(16)}`;

interface Block {
  hash: string;
  transactions: { hash: string; from: string; to: string | null; input: string; value: string }[];
}

export interface Receipt extends Readonly<Record<string, unknown>> {
  readonly transactionHash: string;
  readonly status: string;
  readonly logs: readonly object[];
}

/** Addresses of the contracts that keep a journal. */
export const journalContracts = ({ contracts }: DeploymentDescription): string[] =>
  registerNames.flatMap((name) => contracts[name]?.address.toLowerCase() ?? []);

/** The code of every contract of the ledger. */
export async function captureCodes(
  request: Request,
  { contracts }: DeploymentDescription,
): Promise<Record<string, string>> {
  const addresses = Object.values(contracts).map(({ address }) => address.toLowerCase());
  const codes = await Promise.all(addresses.map((address) => request("eth_getCode", [address, "latest"])));
  return Object.fromEntries(addresses.map((address, i) => [address, codes[i] as string]));
}

/**
 * Everything that an indexer can ask about a block, as the chain answers it: the block, its logs, receipts, the journals
 * after it, and why transactions in it were refused.
 *
 * @param journals addresses of the contracts that have one
 */
export async function captureBlock(request: Request, number: number, journals: string[]): Promise<Pieces> {
  const at = hex(number);
  const block = (await request("eth_getBlockByNumber", [at, true])) as Block;
  const logs = (await request("eth_getLogs", [{ fromBlock: at, toBlock: at }])) as Pieces["logs"];
  const receipts = (await Promise.all(
    block.transactions.map(({ hash }) => request("eth_getTransactionReceipt", [hash])),
  )) as Receipt[];
  const refused = block.transactions.filter((_, i) => receipts[i]!.status === "0x0");
  const calls = await Promise.all([
    ...journals.map((to) => recordCall(request, number, { to, data: JOURNAL })),
    // On the state before the block, as whoever wants to know the reason asks.
    ...refused.map(({ from, to, input, value }) =>
      recordCall(request, number - 1, { from, ...(to && { to }), data: input, value }),
    ),
  ]);
  return {
    hash: block.hash,
    transactions: block.transactions.length,
    blocks: [block],
    logs,
    receipts: receipts.map(own),
    calls,
  };
}

/** A receipt without what follows from the block's logs. */
function own(receipt: Receipt): object {
  const { logs, logsBloom, ...rest } = receipt;
  void logs;
  void logsBloom;
  return rest;
}

async function recordCall(request: Request, at: number, call: CallParameters): Promise<RecordedCall> {
  try {
    // A copy: Hardhat's provider writes a sender into the object that it is given.
    return { at, call, result: (await request("eth_call", [{ ...call }, hex(at)])) as string };
  } catch (error) {
    const { code, message, data } = error as { code: number; message: string; data?: unknown };
    return { at, call, error: { code, message, ...(data === undefined ? {} : { data }) } };
  }
}
