import type { IncomingMessage } from "node:http";

const ABSOLUTE = /^https?:\/\/([^/?#]+)(.*)$/is;

/** Whether the field Host stands more than once, of which a proxy may read another one than we do. RFC 9112 section 3.2. */
export function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]!.length === 4 && rawHeaders[at]!.toLowerCase() === "host") hosts++;
  return hosts > 1;
}

/**
 * A request in absolute form (`POST http://host/path HTTP/1.1`) as the same one in origin form; the host in the target
 * counts, whatever the field Host says. RFC 9112 section 3.2.2.
 */
export function toOriginForm(request: IncomingMessage): void {
  const [, host, rest] = ABSOLUTE.exec(request.url!) ?? [];
  if (host === undefined) return;
  request.headers.host = host;
  request.url = rest!.startsWith("/") ? rest : `/${rest!}`;
}
