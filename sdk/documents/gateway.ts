import { setTimeout as sleep } from "node:timers/promises";
import type { CID } from "multiformats/cid";
import type { ReadableDocuments } from "./documents.ts";
import { readUnixfs } from "./unixfs-read.ts";

/** Longest wait for one block, and how often a gateway that is busy is asked again. */
const TIMEOUT = 30_000;
const ATTEMPTS = 6;
const LONGEST_WAIT = 60_000;

/** Seconds that a busy gateway asks to wait (RFC 9110 section 10.2.3), in milliseconds. */
const waitOf = (response: Response, attempt: number) =>
  Math.min(LONGEST_WAIT, Number(response.headers.get("retry-after") ?? 2 ** attempt) * 1_000 || 1_000);

/**
 * Documents by HTTP from anybody who serves their blocks, such as this ledger's API: an IPFS trustless gateway (IPIP-402,
 * `GET /ipfs/<cid>?format=raw`). The gateway is not trusted: each block is checked here.
 */
export class GatewayDocuments implements ReadableDocuments {
  readonly #url: string;

  /** @param url the gateway's origin, e.g. `https://ledger.example` */
  constructor(url: string) {
    this.#url = url.replace(/\/$/, "");
  }

  get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncIterable<Uint8Array> {
    return readUnixfs(cid, (block) => this.#block(block, signal), signal);
  }

  async #block(cid: CID, signal?: AbortSignal): Promise<Uint8Array | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const response = await this.#ask(cid, signal);
      if (response?.ok) return new Uint8Array(await response.arrayBuffer());
      await response?.body?.cancel();
      if (response?.status !== 429) return null;
      await sleep(waitOf(response, attempt), undefined, { signal });
    }
    return null;
  }

  async #ask(cid: CID, signal?: AbortSignal): Promise<Response | undefined> {
    const limit = AbortSignal.timeout(TIMEOUT);
    try {
      return await fetch(`${this.#url}/ipfs/${cid}?format=raw`, {
        headers: { accept: "application/vnd.ipld.raw" },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
    } catch {
      signal?.throwIfAborted();
      return undefined;
    }
  }
}
