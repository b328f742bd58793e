import type { CID } from "multiformats/cid";
import type { DocumentContent, StoredDocument } from "../../../../sdk/documents/documents.ts";
import { readUnixfs } from "../../../../sdk/documents/unixfs-read.ts";
import { writeUnixfs } from "../../../../sdk/documents/unixfs-write.ts";

/** Documents with their true CIDs, kept by nobody: for tests that publish thousands of times. */
export class MemoryDocuments {
  readonly blocks = new Map<string, Uint8Array>();

  put(content: DocumentContent): Promise<StoredDocument> {
    return writeUnixfs(content, {
      put: async (cid: CID, block: Uint8Array) => void this.blocks.set(cid.toString(), block.slice()),
    });
  }

  get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncIterable<Uint8Array> {
    return readUnixfs(cid, async (block) => this.blocks.get(block.toString()) ?? null, signal);
  }
}
