/** A node between the indexer and the chain that can be made to fail, to lie, and to become another one. */
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

export interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** How a whole HTTP exchange goes wrong: an answer with this status, no answer, half of one, or no JSON. */
export type Breakdown = { readonly status: number } | "reset" | "half" | "garbage";

export interface RpcProxy {
  readonly url: string;
  /** Address of the chain that is asked; another one may be put in its place at any time. */
  upstream: string;
  /** Exchanges so far. */
  readonly count: number;
  /** Called with every exchange; what it returns happens instead of an answer. */
  breakdown: (() => Breakdown | undefined) | undefined;
  /** Changes one answer (also of a batch); undefined leaves it out. */
  tamper: ((request: Request, answer: Answer) => Answer | undefined) | undefined;
  /** Called when an exchange has been answered. */
  onExchange: ((count: number) => void) | undefined;
  stop(): Promise<void>;
}

export async function startRpcProxy(upstream: string): Promise<RpcProxy> {
  let count = 0;
  const server = createServer((request, response) => {
    respond(proxy, request, response)
      .catch(() => response.destroy())
      .finally(() => proxy.onExchange?.(++count));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy: RpcProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upstream,
    get count() {
      return count;
    },
    breakdown: undefined,
    tamper: undefined,
    onExchange: undefined,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return proxy;
}

async function respond(proxy: RpcProxy, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const breakdown = proxy.breakdown?.();
  if (breakdown === "reset") return void request.socket.destroy();
  if (typeof breakdown === "object") return void response.writeHead(breakdown.status).end("no\n");
  const body = Buffer.concat(chunks).toString("utf8");
  const text = JSON.stringify(await answer(proxy, body));
  response.setHeader("content-type", "application/json");
  if (breakdown === "garbage") return void response.end("<html>504 Gateway Time-out</html>");
  if (breakdown === undefined) return void response.end(text);
  response.setHeader("content-length", Buffer.byteLength(text));
  response.write(text.slice(0, Math.floor(text.length / 2)), () => request.socket.destroy());
}

async function answer({ upstream, tamper }: RpcProxy, body: string): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const given = (await (await fetch(upstream, { method: "POST", headers, body })).json()) as
    Answer | Answer[];
  if (!tamper) return given;
  const asked = JSON.parse(body) as Request | Request[];
  const requests = new Map([asked].flat().map((request) => [request.id, request]));
  const changed = [given].flat().flatMap((one) => tamper(requests.get(one.id)!, one) ?? []);
  return Array.isArray(given) ? changed : changed[0];
}
