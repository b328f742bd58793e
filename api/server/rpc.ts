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
/** Gas of one call at the most; the dearest getter of the ledger takes a small part of it. */
const CALL_GAS = 10_000_000n;
/** Members of a call that are passed on; whoever gives others would take the answer for that to another question. */
const CALL_MEMBERS = new Set(["to", "from", "data", "input", "gas"]);
const ADDRESS = /^0x[0-9a-f]{40}$/i;
const QUANTITY = /^0x(0|[1-9a-f][0-9a-f]{0,63})$/i;
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
    if (typeof bounded === "string") return { refused: problem(id, -32602, bounded) };
    passed.push(bounded);
  }
  return { message: Array.isArray(message) ? passed : passed[0] };
}

/** The call of a ledger's contract and nothing else that it could ask for, such as another state; or why it is none. */
function boundedCall(request: Request, contracts: ReadonlySet<string>): Request | string {
  const { params } = request;
  const [call, block = "latest"] = (Array.isArray(params) ? params : []) as [unknown, unknown?];
  const given = Object.entries((call ?? {}) as object).filter(([, value]) => value !== null);
  const { to, from, data, input, gas } = Object.fromEntries(given) as Record<string, unknown>;
  if (
    !Array.isArray(params) ||
    params.length > 2 ||
    typeof to !== "string" ||
    !contracts.has(to.toLowerCase())
  )
    return "a call here is {to, data} to a contract of the ledger, and a block; ask a node of your own for others";
  const other = given.find(([name]) => !CALL_MEMBERS.has(name));
  if (other)
    return `a call here has no member ${other[0].slice(0, 60)}, only ${[...CALL_MEMBERS].join(", ")}; ask a node of your own`;
  if (from !== undefined && (typeof from !== "string" || !ADDRESS.test(from))) return "from is no address";
  if (gas !== undefined && (typeof gas !== "string" || !QUANTITY.test(gas))) return "gas is no quantity";
  if (data !== undefined && input !== undefined && data !== input) return "data and input are not the same";
  const limit = gas === undefined || BigInt(gas) > CALL_GAS ? CALL_GAS : BigInt(gas);
  const passed = { to, ...(from !== undefined && { from }), data: data ?? input ?? "0x" };
  return { ...request, params: [{ ...passed, gas: `0x${limit.toString(16)}` }, block] };
}

const problem = (id: unknown, code: number, message: string) => ({
  jsonrpc: "2.0",
  id: typeof id === "number" || typeof id === "string" ? id : null,
  error: { code, message },
});
