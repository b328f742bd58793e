/**
 * A recorded chain on disk. Four files hold pieces of JSON, one piece a block, as the chain itself gave them: `blocks`
 * (with transactions), `logs`, `receipts` (what a receipt tells beyond its transaction and logs), `calls` (what the
 * chain answered to calls on the state of a block). Pieces of successive blocks can be sent as one: each begins with a
 * comma. `index` says where they end and which kinds of logs a block holds (`kinds.json` lists the kinds), `meta.json`
 * what was recorded.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../../../sdk/deployment.ts";

export const pieceKinds = ["blocks", "logs", "receipts", "calls"] as const;
export type PieceKind = (typeof pieceKinds)[number];

export interface Meta {
  readonly deployment: DeploymentDescription;
  /** code of the ledger's contracts, by address in lower case */
  readonly codes: Readonly<Record<string, string>>;
  /** answer of web3_clientVersion */
  readonly clientVersion: string;
  /** seconds of executing and recording */
  readonly seconds: number;
}

/** Where a block's pieces end, and how much there is up to and including it. */
export interface Mark {
  readonly ends: Readonly<Record<PieceKind, number>>;
  readonly events: number;
  readonly transactions: number;
  /** of this block alone: bit i is set when it has logs of kind i */
  readonly kinds: bigint;
  /** `0x…` */
  readonly hash: string;
}

/** Eight bytes for each end and count and for the kinds, then the hash. */
export const MARK = (pieceKinds.length + 3) * 8 + 32;
const noEnds = { blocks: 0, logs: 0, receipts: 0, calls: 0 };
export const zero: Mark = { ends: noEnds, events: 0, transactions: 0, kinds: 0n, hash: "" };

export function encodeMark({ ends, events, transactions, kinds, hash }: Mark): Buffer {
  const bytes = Buffer.alloc(MARK);
  [...pieceKinds.map((kind) => ends[kind]), events, transactions].forEach((value, i) =>
    bytes.writeDoubleLE(value, i * 8),
  );
  bytes.writeBigUInt64LE(kinds, MARK - 40);
  bytes.write(hash.slice(2), MARK - 32, "hex");
  return bytes;
}

export function decodeMarks(bytes: Buffer): Mark[] {
  return Array.from({ length: Math.floor(bytes.length / MARK) }, (_, block) => {
    const at = block * MARK;
    const value = (i: number) => bytes.readDoubleLE(at + i * 8);
    return {
      ends: Object.fromEntries(pieceKinds.map((kind, i) => [kind, value(i)])) as Record<PieceKind, number>,
      events: value(pieceKinds.length),
      transactions: value(pieceKinds.length + 1),
      kinds: bytes.readBigUInt64LE(at + MARK - 40),
      hash: `0x${bytes.toString("hex", at + MARK - 32, at + MARK)}`,
    };
  });
}

/** Kinds of logs in the order of their bits. */
export function readKinds(folder: string): string[] {
  const file = join(folder, "kinds.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
}
