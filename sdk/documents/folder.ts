import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CID } from "multiformats/cid";
import { ProngsaiError } from "../errors.ts";
import type { DocumentContent, Documents, PinState, StoredDocument } from "./documents.ts";
import { documentsError } from "./errors.ts";
import { parseCid, readBlock, readUnixfs } from "./unixfs-read.ts";
import { writeUnixfs } from "./unixfs-write.ts";

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All or nothing, whatever dies when: a temporary file is filled and synced, then renamed, then its folder synced. */
async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * Documents as a folder of blocks, for machines without IPFS: `blocks/<last two letters>/<cid>` and, for each document,
 * `pins/<cid>.json`, written last. What is there once is never written again, and never changes.
 */
export class FolderDocuments implements Documents {
  readonly #root: string;

  /** @param root folder of the store, made when missing, e.g. `.data/documents` */
  constructor(root: string) {
    this.#root = root;
  }

  async put(content: DocumentContent): Promise<StoredDocument> {
    const sink = { put: (cid: CID, block: Uint8Array) => this.#keep(this.#blockPath(cid), block) };
    const stored = await writeUnixfs(content, sink);
    const pin = JSON.stringify({ sha256: stored.sha256, size: stored.size });
    await this.#keep(this.#pinPath(stored.cid), new TextEncoder().encode(`${pin}\n`));
    return stored;
  }

  get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncIterable<Uint8Array> {
    return readUnixfs(cid, (block) => this.#block(block), signal);
  }

  block(cid: string, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array> {
    return readBlock(cid, (block) => this.#block(block), signal);
  }

  async has(cid: string): Promise<boolean> {
    try {
      for await (const bytes of this.get(cid)) void bytes;
      return true;
    } catch (error) {
      if (error instanceof ProngsaiError && error.code === "DOCUMENT_UNAVAILABLE") return false;
      throw error;
    }
  }

  async pinState(cid: string): Promise<PinState> {
    return (await exists(this.#pinPath(parseCid(cid).toString()))) ? "pinned" : "unpinned";
  }

  #blockPath(cid: CID): string {
    const name = cid.toString();
    return join(this.#root, "blocks", name.slice(-2), name);
  }

  #pinPath(cid: string): string {
    return join(this.#root, "pins", `${cid}.json`);
  }

  async #keep(path: string, content: Uint8Array): Promise<void> {
    try {
      if (!(await exists(path))) await writeDurably(path, content);
    } catch (error) {
      throw documentsError("DOCUMENTS_UNWRITABLE", { reason: errorCode(error) ?? String(error) }, error);
    }
  }

  async #block(cid: CID): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#blockPath(cid));
    } catch {
      // Missing, unreadable or on a failing disk: to the reader all of these are "cannot be had now".
      return null;
    }
  }
}
