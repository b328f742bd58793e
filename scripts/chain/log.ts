import { open, readFile, truncate, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { platformError } from "../platform/errors.ts";
import type { Genesis } from "./genesis.ts";

/** One write, one line, one checksum: a group is on disk as a whole or not at all. */
export interface LogEntry {
  /** First entry of a file only. */
  genesis?: Genesis;
  /** Block that was the head when this entry was written; replay must come to the same. */
  head?: { number: number; hash: string };
  /**
   * Transactions of earlier entries that the chain refused, by their place in the file (the first one is 0): replay
   * leaves them out. Not by hash: the same transaction sent twice is accepted once and refused once.
   */
  refused?: number[];
  /** Change of the clock: Unix seconds of the demonstration clock, or null for real time. */
  clock?: number | null;
  /** Transactions with the block time (Unix seconds) each of them gets, in order. */
  transactions?: { time: number; raw: string }[];
}

/**
 * Append-only file of everything that the chain was asked to do, each line `crc32 json`. `append` returns when the line
 * is on the disk (fsync). What was not yet on the disk when the process or the machine died was never executed.
 */
export class ChainLog {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Reads every entry and opens the file for appending. A torn last line (death during a write) is cut off.
   * @throws ProngsaiError CHAIN_LOG_CORRUPT when any other line is damaged
   */
  static async open(path: string): Promise<{ log: ChainLog; entries: LogEntry[]; cut: number }> {
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return Buffer.alloc(0);
      throw error;
    });
    const { entries, valid } = parse(content, path);
    if (valid < content.length) await truncate(path, valid);
    const file = await open(path, "a", 0o644);
    await file.sync();
    // A new file must be found again after a power failure: its folder is written too.
    const folder = await open(dirname(path), "r");
    await folder.sync();
    await folder.close();
    return { log: new ChainLog(file), entries, cut: content.length - valid };
  }

  async append(entry: LogEntry): Promise<void> {
    const json = JSON.stringify(entry);
    await this.#file.appendFile(`${checksum(json)} ${json}\n`);
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

function checksum(json: string | Buffer): string {
  return crc32(json).toString(16).padStart(8, "0");
}

function parse(content: Buffer, path: string): { entries: LogEntry[]; valid: number } {
  const entries: LogEntry[] = [];
  let start = 0;
  while (start < content.length) {
    const end = content.indexOf(0x0a, start);
    const line = content.subarray(start, end === -1 ? content.length : end);
    const json = line.subarray(9);
    const intact = end !== -1 && line.subarray(0, 8).toString("latin1") === checksum(json);
    if (!intact) {
      if (end !== -1 && end + 1 < content.length)
        throw platformError("CHAIN_LOG_CORRUPT", { path, line: entries.length + 1 });
      break;
    }
    entries.push(JSON.parse(json.toString("utf8")) as LogEntry);
    start = end + 1;
  }
  return { entries, valid: start };
}
