import type { Texts } from "../../../sdk/errors.ts";
import type { LocalizedText, Provenance } from "./common.ts";

export interface MetaRow {
  readonly block: number;
  readonly blockHash: string;
  readonly blockTimestamp: number;
  readonly head: number;
  readonly lag: number;
  readonly chainId: number;
  readonly deployment: string;
  readonly demonstration: boolean;
  readonly halted: string | null;
}

export interface BlockRow {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: number;
  readonly transactionHashes: readonly string[];
}

export interface TransactionRow {
  readonly hash: string;
  readonly block: number;
  readonly index: number;
  readonly timestamp: number;
  readonly from: string;
  readonly to: string | null;
  readonly contractName: string | null;
  readonly function: string | null;
  readonly args: readonly ArgumentRow[];
  readonly input: string;
  readonly succeeded: boolean;
}

export interface ArgumentRow {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export interface EventRow {
  readonly cursor: string;
  readonly name: string;
  readonly contractName: string;
  readonly address: string;
  readonly provenance: Provenance;
  readonly args: readonly ArgumentRow[];
  readonly text: LocalizedText;
  readonly signer: string | null;
  readonly projectCode: string | null;
}

/** A contract's refusal: error's name with its arguments, and the explanation in both languages. */
export interface RefusalReason {
  readonly code: string;
  readonly args: readonly ArgumentRow[];
  readonly texts: Texts;
}

export interface RefusalRow {
  readonly txHash: string;
  readonly block: number;
  readonly timestamp: number;
  readonly from: string;
  readonly contract: string;
  readonly contractName: string | null;
  readonly function: string | null;
  readonly args: readonly ArgumentRow[];
  readonly reason: RefusalReason | null;
}

/** A register's journal as the index folded it, beside what the contract says at the same block. */
export interface JournalRow {
  readonly contractName: string;
  readonly contract: string;
  readonly count: number;
  readonly root: string;
  readonly block: number;
  readonly onChainCount: number | null;
  readonly onChainRoot: string | null;
  readonly matches: boolean | null;
  readonly verifiedAt: number | null;
}

export type SearchHitRow =
  | { readonly kind: "project"; readonly key: string }
  | { readonly kind: "reportedProject"; readonly key: string }
  | { readonly kind: "agency"; readonly key: string }
  | { readonly kind: "importBatch"; readonly key: string }
  | { readonly kind: "transaction"; readonly key: string }
  | { readonly kind: "block"; readonly key: string };
