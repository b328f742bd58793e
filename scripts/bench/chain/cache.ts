import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FolderDocuments } from "../../../sdk/documents/index.ts";
import { waitForLock } from "../../build/wait-for-lock.ts";
import { record } from "./record.ts";
import type { RecordOptions } from "./record.ts";
import { blocksWithEvents, Recording } from "./recording/reader.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
/** What a recording follows from; another contract or another play is another recording. */
const INGREDIENTS = [
  "scripts/bench/chain/{calls,capture,cast,*life,dice,play,record,world}.ts",
  "scripts/bench/chain/recording/{format,writer}.ts",
  "scripts/deploy/*.ts",
  "sdk/generated/bytecode/*.ts",
];

export interface CachedRecording {
  /** The recording, and below it `documents/` with the projects' briefs. */
  readonly folder: string;
  /** Blocks until there are so many events. */
  readonly blocks: number;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of INGREDIENTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Folder of the recording, in BENCH_DIR or the machine's folder for temporary files. */
export function recordingFolder(): string {
  return join(process.env.BENCH_DIR ?? join(tmpdir(), "prongsai-bench"), `chain-${fingerprint()}`);
}

function known(folder: string, events: number): CachedRecording | undefined {
  if (!existsSync(join(folder, "meta.json"))) return undefined;
  const blocks = blocksWithEvents(new Recording(folder).marks, events);
  return blocks === undefined ? undefined : { folder, blocks };
}

/** A recording with at least so many events: the one that is there, or one executed now. */
export async function cachedRecording(
  events: number,
  options: Pick<RecordOptions, "progress" | "signal"> = {},
): Promise<CachedRecording> {
  const folder = recordingFolder();
  const ready = known(folder, events);
  if (ready) return ready;
  mkdirSync(join(folder, "documents"), { recursive: true });
  const lock = await waitForLock(join(folder, "lock"));
  try {
    const found = known(folder, events);
    if (found) return found;
    const documents = new FolderDocuments(join(folder, "documents"));
    const keeping: Promise<unknown>[] = [];
    const keepBrief = (content: string) => {
      const kept = documents.put(Buffer.from(content));
      kept.catch(() => undefined);
      keeping.push(kept);
    };
    await record({ folder, events, keepBrief, ...options });
    await Promise.all(keeping);
    return known(folder, events)!;
  } finally {
    lock.release();
  }
}
