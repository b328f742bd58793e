import type { RequestHandler } from "express";
import { pipeline } from "node:stream/promises";
import type { Documents } from "../../sdk/documents/index.ts";
import { parseCid } from "../../sdk/documents/index.ts";
import { restError } from "../rest/problems/rest-error.ts";

const BLOCK = "application/vnd.ipld.raw";

/** Bytes by which the kind of a document is told. */
const KINDS: readonly [begins: readonly number[], type: string][] = [
  [[0x25, 0x50, 0x44, 0x46], "application/pdf"],
  [[0xff, 0xd8, 0xff], "image/jpeg"],
  [[0x89, 0x50, 0x4e, 0x47], "image/png"],
];

/** Text is shown as text, never run; whatever is not known is saved. */
function typeOf(head: Uint8Array): string {
  const known = KINDS.find(([begins]) => begins.every((byte, i) => head[i] === byte));
  if (known) return known[1];
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return text.includes("\0") ? "application/octet-stream" : "text/plain; charset=utf-8";
  } catch {
    return "application/octet-stream";
  }
}

/**
 * `/documents/<cid>`: public documents, each block checked against its CID before it is handed out. What a CID names
 * never changes, so readers may keep it for ever.
 */
export function serveDocument(documents: Documents): RequestHandler<{ cid: string }> {
  return async (request, response) => {
    const { cid } = request.params;
    const { bytes: binary } = parseCid(cid);
    response.set({ ETag: `"${Buffer.from(binary).toString("hex")}"` });
    const left = new AbortController();
    response.once("close", () => left.abort());
    const pieces = documents.get(cid, { signal: left.signal })[Symbol.asyncIterator]();
    // The first piece tells whether the document is there, before anything is answered.
    const first = await pieces.next();
    const head = first.done ? new Uint8Array() : first.value;
    response.set({
      "Content-Type": typeOf(head.subarray(0, 4_096)),
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.fresh) return void response.status(304).end();
    if (request.method === "HEAD") return void response.end();
    async function* content() {
      if (first.done) return;
      yield head;
      for (;;) {
        const { done, value } = await pieces.next();
        if (done) return;
        yield value;
      }
    }
    try {
      await pipeline(content, response);
    } catch (error) {
      // Half a document must not look like a whole one: the connection is cut.
      if (!left.signal.aborted) response.destroy(error as Error);
    }
  };
}

/**
 * `/ipfs/<cid>?format=raw`: one block, as an IPFS trustless gateway gives it (IPIP-402), so that an audit can fetch what was
 * published without the operator's folder. The reader checks it; so is it here, before it is handed out.
 */
export function serveBlock(documents: Documents): RequestHandler<{ cid: string }> {
  const file = serveDocument(documents);
  return async (request, response, next) => {
    const { cid } = request.params;
    const asked = request.query["format"] === "raw" || request.accepts("*/*", BLOCK) === BLOCK;
    if (!asked) return await file(request, response, next);
    const { bytes: binary } = parseCid(cid);
    const block = await documents.block(cid);
    response.set({
      ETag: `"${Buffer.from(binary).toString("hex")}.raw"`,
      "Content-Type": BLOCK,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.fresh) return void response.status(304).end();
    response.end(request.method === "HEAD" ? undefined : block);
  };
}

export const onlyReading: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  response.set("Allow", "GET, HEAD");
  next(restError("METHOD_NOT_ALLOWED", { method: request.method, allowed: "GET, HEAD" }));
};
