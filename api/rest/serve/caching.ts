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
  const tag = `W/"${head.version}-${address}"`;
  response.set({
    ETag: tag,
    "Cache-Control": pinned ? "public, max-age=60, must-revalidate" : "public, no-cache",
    Vary: "Accept-Language, Accept-Encoding",
  });
  if (!holds(request, tag)) return false;
  response.status(304).end();
  return true;
}

/**
 * Whether If-None-Match names the tag. Express's own check gives up when the request says `no-cache`, as every browser's
 * fetch does beside a tag of one's own; a tag that matches is valid all the same. Source: RFC 9110, section 13.1.2.
 */
function holds(request: Request, tag: string): boolean {
  const given = request.get("If-None-Match")?.split(",") ?? [];
  return given.some((one) => one.trim() === tag);
}
