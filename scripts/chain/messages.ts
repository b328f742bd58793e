import type { Texts } from "../../sdk/errors.ts";
import type { Genesis } from "./genesis.ts";
import type { ReplaySummary } from "./ledger.ts";

/** What the chain process is started with (one JSON argument). */
export interface ChainArguments {
  /** Folder of this chain alone: `log` and `lock`. */
  directory: string;
  genesis: Genesis;
  /** Demonstration clock of a chain that begins, Unix seconds; null for real time. Ignored by one that goes on. */
  clock: number | null;
  /** Preferred port; another one is taken when it is in use. 0: any. */
  port: number;
}

/** From the owner to the chain process, over the process channel only: nobody else can set the time. */
export type ChainCommand = { id: number; clock: number | null } | { id: number; stop: true };

/** From the chain process to its owner. */
export type ChainMessage =
  | { type: "ready"; port: number; chainId: number; clock: number | null; replay: ReplaySummary }
  | { type: "done"; id: number }
  | { type: "failed"; id: number; code: string; texts: Texts }
  | { type: "fatal"; code: string; texts: Texts };
