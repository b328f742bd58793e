/** What the chain is asked for, as JSON-RPC writes it: hexadecimal quantities, lower-case byte strings. */

export interface RpcLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: string;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly transactionIndex: string;
  readonly logIndex: string;
  readonly removed?: boolean;
}

export interface RpcTransaction {
  readonly hash: string;
  readonly transactionIndex: string;
  readonly from: string;
  readonly to: string | null;
  readonly nonce: string;
  readonly input: string;
  readonly value: string;
}

export interface RpcBlock {
  readonly number: string;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: string;
  readonly transactions: readonly RpcTransaction[];
}

/** A transaction that the chain carried out or refused. `refusal` is the revert data, null when it cannot be had. */
export interface Outcome {
  readonly status: 0 | 1;
  readonly refusal: string | null;
}

/** A register's journal as its contract says it is. */
export interface JournalState {
  readonly count: bigint;
  readonly root: string;
}

/** A complete stretch of the chain, consistent in itself. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly RpcBlock[];
  /** in the order of the chain */
  readonly logs: readonly RpcLog[];
  /** outcome of transactions without a log of the ledger, by hash; every other one was carried out */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** by contract name, after block `to` */
  readonly journals: ReadonlyMap<string, JournalState>;
}

/** The contracts that are read, by name. Addresses in lower case. */
export type Contracts = ReadonlyMap<string, string>;
