import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import type { Head } from "../../read/heads.ts";

/**
 * Answers are valid for one state of the index: the tag is its version and the address. Clients and proxies ask each time
 * and are told 304; an answer as of a named block changes only when documents arrive late, and may be kept a minute.
 * @returns whether the client has the answer already
 */
export function cached(request: Request, response: Response, head: Head, pinned: boolean): boolean {
  if (head.block < 0) {
    response.set("Cache-Control", "no-store");
    return false;
  }
  const address = createHash("sha256").update(request.originalUrl).digest("base64url").slice(0, 12);
  response.set({
    ETag: `W/"${head.version}-${address}"`,
    "Cache-Control": pinned ? "public, max-age=60, must-revalidate" : "public, no-cache",
    Vary: "Accept-Language, Accept-Encoding",
  });
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}
