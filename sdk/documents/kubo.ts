import { create } from "ipfs-http-client";
import { CID } from "multiformats/cid";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { ProngsaiError } from "../errors.ts";
import type { DocumentContent, Documents, PinState, StoredDocument } from "./documents.ts";
import { documentsError } from "./errors.ts";
import { CHUNK_BYTES, MAX_LINKS } from "./parameters.ts";
import { parseCid, readBlock, readUnixfs } from "./unixfs-read.ts";

export interface KuboOptions {
  /** Longest wait for one block in milliseconds before the document counts as unavailable. */
  readonly blockTimeoutMs?: number;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Documents in an IPFS node (Kubo) through its RPC API. The node is not trusted: each block is checked here. */
export class KuboDocuments implements Documents {
  readonly #client: ReturnType<typeof create>;
  readonly #timeout: number;

  /** @param url the RPC API's address, e.g. `http://127.0.0.1:5001` */
  constructor(url: string, { blockTimeoutMs = 30_000 }: KuboOptions = {}) {
    this.#client = create({ url });
    this.#timeout = blockTimeoutMs;
  }

  async put(content: DocumentContent): Promise<StoredDocument> {
    const digest = sha256.create();
    let size = 0;
    let sourceError: { error: unknown } | undefined;
    async function* measured() {
      try {
        for await (const chunk of content instanceof Uint8Array ? [content] : content) {
          digest.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      } catch (error) {
        sourceError = { error };
        throw error;
      }
    }
    // `maxFileLinks` is Kubo's `max-file-links`; the client passes every option on.
    const options = {
      cidVersion: 1,
      rawLeaves: true,
      chunker: `size-${CHUNK_BYTES}`,
      maxFileLinks: MAX_LINKS,
      hash: "sha2-256",
      trickle: false,
      pin: true,
    } as const;
    try {
      const { cid } = await this.#client.add(measured(), options);
      return { cid: CID.asCID(cid)?.toString() ?? String(cid), sha256: bytesToHex(digest.digest()), size };
    } catch (error) {
      if (sourceError) throw sourceError.error;
      throw documentsError("DOCUMENTS_UNWRITABLE", { reason: reasonOf(error) }, error);
    }
  }

  get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncIterable<Uint8Array> {
    return readUnixfs(cid, (block) => this.#block(block, false, signal), signal);
  }

  block(cid: string, { signal }: { signal?: AbortSignal } = {}): Promise<Uint8Array> {
    return readBlock(cid, (block) => this.#block(block, false, signal), signal);
  }

  async has(cid: string): Promise<boolean> {
    try {
      for await (const bytes of readUnixfs(cid, (block) => this.#block(block, true))) void bytes;
      return true;
    } catch (error) {
      if (error instanceof ProngsaiError && error.code === "DOCUMENT_UNAVAILABLE") return false;
      throw error;
    }
  }

  async pinState(cid: string): Promise<PinState> {
    const signal = AbortSignal.timeout(this.#timeout);
    try {
      for await (const pin of this.#client.pin.ls({ paths: parseCid(cid), signal })) void pin;
      return "pinned";
    } catch (error) {
      if (/not pinned/i.test(reasonOf(error))) return "unpinned";
      throw documentsError("DOCUMENT_UNAVAILABLE", { cid, block: cid }, error);
    }
  }

  async #block(cid: CID, offline: boolean, signal?: AbortSignal): Promise<Uint8Array | null> {
    const limit = AbortSignal.timeout(this.#timeout);
    // `offline` keeps the node from asking the network: only what it holds itself. The client passes every option on.
    const options = { signal: signal ? AbortSignal.any([signal, limit]) : limit, offline };
    try {
      return await this.#client.block.get(cid, options);
    } catch {
      signal?.throwIfAborted();
      return null;
    }
  }
}
