import type { IncomingMessage } from "node:http";

const HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const FROM_HERE = /^(::ffff:)?127\.|^::1$/;

/**
 * The origin by which a request was asked, over which it is signed: the public one where there is one; without, and for what
 * runs on this machine and asks it by its own name, the one in the request's Host.
 */
export function askedOrigin(
  { headers: { host = "" }, socket }: Pick<IncomingMessage, "headers" | "socket">,
  publicUrl: string | undefined,
): string {
  const isFromHere = HERE.test(host) && FROM_HERE.test(socket.remoteAddress ?? "");
  return publicUrl && !isFromHere ? publicUrl : `http://${host}`;
}
