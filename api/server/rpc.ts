import type { RequestHandler } from "express";
import { text } from "express";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
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
/** Gas of one call; the dearest getter of the ledger takes a small part of it. */
const CALL_GAS = "0x989680";
const SECONDS = 20;

const parse = text({ limit: LARGEST_BODY, type: () => true });

/**
 * The chain's reading methods at `/rpc`, for readers whose browser cannot reach the chain itself. Answers are passed on
 * as they are; who trusts nobody here asks another node. Calls go to the ledger's contracts only, with a limit of gas:
 * a node runs whatever program a call brings along, and one that does not end would take the node down for everybody.
 */
export function rpcHandlers(rpcUrl: string, deployment: DeploymentDescription): RequestHandler[] {
  const contracts = new Set(Object.values(deployment.contracts).map(({ address }) => address.toLowerCase()));
  const readBody: RequestHandler = (request, response, next) =>
    parse(request, response, (error?: unknown) =>
      next(error ? restError("BODY_TOO_LARGE", { limit: LARGEST_BODY }) : undefined),
    );
  const relay: RequestHandler = async (request, response) => {
    const read = readMessage(String(request.body), contracts);
    if ("refused" in read) return void response.status(200).json(read.refused);
    const left = new AbortController();
    response.once("close", () => left.abort());
    try {
      const answer = await fetch(rpcUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(read.message),
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

type Request = { readonly id?: unknown; readonly method?: unknown; readonly params?: unknown };

/** What is passed on of a message, or why nothing is. */
function readMessage(
  body: string,
  contracts: ReadonlySet<string>,
): { readonly message: unknown } | { readonly refused: object } {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return { refused: problem(null, -32700, "the body is not JSON") };
  }
  const calls = Array.isArray(message) ? (message as unknown[]) : [message];
  if (calls.length === 0 || calls.length > LARGEST_BATCH) {
    const text = `a batch has 1 to ${LARGEST_BATCH} requests, this one has ${calls.length}`;
    return { refused: problem(null, -32600, text) };
  }
  const passed: Request[] = [];
  for (const call of calls) {
    const one = (call ?? {}) as Request;
    const { method, id = null } = one;
    if (typeof method !== "string" || !METHODS.has(method)) {
      const text = `the method ${String(method).slice(0, 60)} is not offered here`;
      return { refused: problem(id, -32601, text) };
    }
    const bounded = method === "eth_call" ? boundedCall(one, contracts) : one;
    if (!bounded) {
      const text =
        "a call here is {to, data} to a contract of the ledger, and a block; ask a node of your own for others";
      return { refused: problem(id, -32602, text) };
    }
    passed.push(bounded);
  }
  return { message: Array.isArray(message) ? passed : passed[0] };
}

/** The call of a ledger's contract and nothing else that it could ask for, such as another state; null when it is none. */
function boundedCall(request: Request, contracts: ReadonlySet<string>): Request | null {
  const { params } = request;
  if (!Array.isArray(params) || params.length > 2) return null;
  const [call, block = "latest"] = params as [unknown, unknown?];
  const { to, data, input } = (call ?? {}) as Record<string, unknown>;
  if (typeof to !== "string" || !contracts.has(to.toLowerCase())) return null;
  return { ...request, params: [{ to, data: data ?? input ?? "0x", gas: CALL_GAS }, block] };
}

const problem = (id: unknown, code: number, message: string) => ({
  jsonrpc: "2.0",
  id: typeof id === "number" || typeof id === "string" ? id : null,
  error: { code, message },
});
