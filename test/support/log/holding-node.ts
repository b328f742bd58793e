/** A node that can hold a request until the process that asked is dead, before or after the chain has answered it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

/** `before`: the chain never hears of it. `after`: the chain has done it, and nobody hears the answer. */
export type Hold = { readonly method: string; readonly nth: number; readonly when: "before" | "after" };

export interface HoldingNode {
  readonly url: string;
  /** Holds the nth request of this method from now on; resolves when it is held. */
  hold(hold: Hold): Promise<void>;
  /** Changes an answer on its way, once it is set. */
  answer: ((method: string, answer: object) => object) | undefined;
  /** Gives the result of a request that the chain then never hears of; undefined: the chain is asked. */
  instead: ((request: Request) => Promise<unknown>) | undefined;
  stop(): Promise<void>;
}

export type Request = { readonly id: number; readonly method: string; readonly params: readonly unknown[] };

export async function startHoldingNode(upstream: string): Promise<HoldingNode> {
  let waiting: (Hold & { seen: number; held: () => void }) | undefined;
  const server = createServer((request, response) => {
    void respond().catch(() => response.destroy());
    async function respond() {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString("utf8");
      const asked = [JSON.parse(body) as Request | Request[]].flat();
      const held =
        waiting && asked.some(({ method }) => method === waiting!.method) && ++waiting.seen === waiting.nth
          ? waiting
          : undefined;
      if (held) waiting = undefined;
      if (held?.when === "before") return held.held();
      const result = asked.length === 1 ? await node.instead?.(asked[0]!) : undefined;
      if (result !== undefined) {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ jsonrpc: "2.0", id: asked[0]!.id, result }));
        return;
      }
      const headers = { "content-type": "application/json" };
      const given = (await (await fetch(upstream, { method: "POST", headers, body })).json()) as
        object | object[];
      if (held) return held.held();
      const change = node.answer;
      const changed = change && !Array.isArray(given) ? change(asked[0]!.method, given) : given;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(changed));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const node: HoldingNode = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: (hold) => new Promise<void>((held) => (waiting = { ...hold, seen: 0, held })),
    answer: undefined,
    instead: undefined,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return node;
}
