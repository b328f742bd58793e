import type { RequestHandler } from "express";
import { text } from "express";
import { apiError } from "../errors/api-error.ts";
import { LARGEST_BODY } from "../rest/serve/limits.ts";
import { restError } from "../rest/problems/rest-error.ts";

/** What a reader's check needs of the chain; nothing that writes. */
const METHODS = new Set([
  "eth_blockNumber",
  "eth_call",
  "eth_chainId",
  "eth_getBlockByHash",
  "eth_getBlockByNumber",
  "eth_getBlockReceipts",
  "eth_getCode",
  "eth_getLogs",
  "eth_getProof",
  "eth_getStorageAt",
  "eth_getTransactionByHash",
  "eth_getTransactionReceipt",
  "net_version",
]);
const LARGEST_BATCH = 100;
const SECONDS = 20;

const parse = text({ limit: LARGEST_BODY, type: () => true });

/**
 * The chain's reading methods at `/rpc`, for readers whose browser cannot reach the chain itself. Answers are passed on
 * as they are; who trusts nobody here asks another node.
 */
export function rpcHandlers(rpcUrl: string): RequestHandler[] {
  const readBody: RequestHandler = (request, response, next) =>
    parse(request, response, (error?: unknown) =>
      next(error ? restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }) : undefined),
    );
  const relay: RequestHandler = async (request, response) => {
    const refused = refusal(String(request.body));
    if (refused) return void response.status(200).json(refused);
    const left = new AbortController();
    response.once("close", () => left.abort());
    try {
      const answer = await fetch(rpcUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: String(request.body),
        signal: AbortSignal.any([left.signal, AbortSignal.timeout(SECONDS * 1_000)]),
      });
      const body = Buffer.from(await answer.arrayBuffer());
      response
        .status(answer.ok ? 200 : 502)
        .type("application/json")
        .send(body);
    } catch (error) {
      if (left.signal.aborted) return;
      throw apiError("CHAIN_UNAVAILABLE", {}, error);
    }
  };
  return [readBody, relay];
}

function refusal(body: string): object | undefined {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return problem(null, -32700, "the body is not JSON");
  }
  const calls = Array.isArray(message) ? (message as unknown[]) : [message];
  if (calls.length === 0 || calls.length > LARGEST_BATCH)
    return problem(null, -32600, `a batch has 1 to ${LARGEST_BATCH} requests, this one has ${calls.length}`);
  for (const call of calls) {
    const { method, id = null } = (call ?? {}) as { method?: unknown; id?: unknown };
    if (typeof method !== "string" || !METHODS.has(method))
      return problem(id, -32601, `the method ${String(method).slice(0, 60)} is not offered here`);
  }
  return undefined;
}

const problem = (id: unknown, code: number, message: string) => ({
  jsonrpc: "2.0",
  id: typeof id === "number" || typeof id === "string" ? id : null,
  error: { code, message },
});
