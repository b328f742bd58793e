import type { Members } from "../files/members.ts";

/** Where a log's head stands on the chain. */
export type Anchor = {
  readonly chainId: number;
  /** address of the ActionLog contract, lower case */
  readonly contract: string;
  /** transaction that anchored the head */
  readonly txHash: string;
  readonly block: number;
  /** Unix seconds */
  readonly blockTime: number;
  /** number of entries of the anchored head */
  readonly size: number;
  /** RFC 9162 root over them, `0x…` */
  readonly root: string;
};

/** An agency that confirmed the anchored head on the chain. */
export type ChainCosigner = {
  /** five-digit code */
  readonly agency: number;
  /** address of the officer who signed, lower case */
  readonly officer: string;
  readonly txHash: string;
  readonly block: number;
};

export const ANCHOR_MEMBERS = [
  "chainId",
  "contract",
  "txHash",
  "block",
  "blockTime",
  "size",
  "root",
] as const;
export const COSIGNER_MEMBERS = ["agency", "officer", "txHash", "block"] as const;

/** More agencies than the ledger knows. */
export const MAX_COSIGNERS = 1_000;

export function readAnchor(members: Members): Anchor {
  return {
    chainId: members.count("chainId"),
    contract: members.hex("contract", 20),
    txHash: members.hex("txHash", 32),
    block: members.count("block"),
    blockTime: members.count("blockTime"),
    size: members.count("size"),
    root: members.hex("root", 32),
  };
}

export function readCosigner(members: Members): ChainCosigner {
  return {
    agency: members.count("agency"),
    officer: members.hex("officer", 20),
    txHash: members.hex("txHash", 32),
    block: members.count("block"),
  };
}
