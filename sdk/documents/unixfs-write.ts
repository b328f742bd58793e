import { importer } from "ipfs-unixfs-importer";
import { fixedSize } from "ipfs-unixfs-importer/chunker";
import { balanced } from "ipfs-unixfs-importer/layout";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CID } from "multiformats/cid";
import type { DocumentContent, StoredDocument } from "./documents.ts";
import { CHUNK_BYTES, MAX_LINKS } from "./parameters.ts";

/** Where blocks go. `put` must have made the block durable before it resolves. */
export interface BlockSink {
  put(cid: CID, block: Uint8Array): Promise<void>;
}

async function* chunks(content: DocumentContent): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/**
 * Cuts a document into blocks exactly as IPFS does with `parameters.ts`, hands each to `sink` and gives the document's
 * CID, sha256 and size. Memory does not grow with the document.
 */
export async function writeUnixfs(content: DocumentContent, sink: BlockSink): Promise<StoredDocument> {
  const digest = sha256.create();
  let size = 0;
  async function* measured() {
    for await (const chunk of chunks(content)) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  const store = {
    async put(cid: CID, block: Uint8Array) {
      await sink.put(cid, block);
      return cid;
    },
  };
  const entries = importer([{ content: measured() }], store, {
    cidVersion: 1,
    rawLeaves: true,
    reduceSingleLeafToSelf: true,
    wrapWithDirectory: false,
    chunker: fixedSize({ chunkSize: CHUNK_BYTES }),
    layout: balanced({ maxChildrenPerNode: MAX_LINKS }),
    blockWriteConcurrency: 8,
  });
  let root: CID | undefined;
  for await (const entry of entries) root = entry.cid;
  if (!root) throw new Error("The importer gave no root for a document.");
  return { cid: root.toString(), sha256: bytesToHex(digest.digest()), size };
}
