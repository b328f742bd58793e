import type { Request } from "express";
import type { RestSettings } from "../context.ts";

/** Where this API is reached, for links that must be whole; never ends in a slash. */
export function originOf(request: Request, { publicUrl }: RestSettings): string {
  if (publicUrl) return publicUrl;
  const host = request.get("host") ?? "";
  // What a client writes into Host goes into links only when it looks like a host.
  return /^[\w.-]+(:\d{1,5})?$/.test(host) || /^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host)
    ? `${request.protocol}://${host}`
    : "http://localhost";
}
