/** What the chain is asked for. Hashes and addresses are the text that the node gives, `0x…`. */

export interface Log {
  readonly address: string;
  /** first topic, "none" when there is none */
  readonly selector: string;
  /** number of topics; −1 when topics or data are no bytes, or of a length that no event has */
  readonly topics: number;
  /** topics and data in one piece */
  readonly bytes: Buffer;
  readonly block: number;
  readonly blockHash: string;
  readonly transaction: string;
  readonly transactionIndex: number;
  readonly index: number;
  readonly removed: boolean;
}

export interface Transaction {
  readonly hash: string;
  readonly index: number;
  readonly from: string;
  /** null when it creates a contract */
  readonly to: string | null;
  readonly nonce: number;
  readonly input: Buffer;
  /** hexadecimal quantity */
  readonly value: string;
}

export interface Block {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  /** Unix seconds */
  readonly timestamp: number;
  readonly transactions: readonly Transaction[];
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
  readonly blocks: readonly Block[];
  /** in the order of the chain */
  readonly logs: readonly Log[];
  /** outcome of transactions without a log of the ledger, by hash; every other one was carried out */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** by contract name, after block `to` */
  readonly journals: ReadonlyMap<string, JournalState>;
}

/** The contracts that are read, by name. Addresses in lower case. */
export type Contracts = ReadonlyMap<string, string>;
