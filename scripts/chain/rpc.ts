import type { Ledger } from "./ledger.ts";
import { RpcError, toRpcError } from "./rpc-error.ts";

/** Reading methods that are passed to the engine as they are. Nothing that changes the chain's rules or holds keys. */
const READS = new Set([
  "eth_blockNumber",
  "eth_call",
  "eth_chainId",
  "eth_estimateGas",
  "eth_feeHistory",
  "eth_getBalance",
  "eth_getBlockByHash",
  "eth_getBlockByNumber",
  "eth_getBlockTransactionCountByHash",
  "eth_getBlockTransactionCountByNumber",
  "eth_getCode",
  "eth_getFilterChanges",
  "eth_getFilterLogs",
  "eth_getLogs",
  "eth_getProof",
  "eth_getStorageAt",
  "eth_getTransactionByBlockHashAndIndex",
  "eth_getTransactionByBlockNumberAndIndex",
  "eth_getTransactionByHash",
  "eth_getTransactionCount",
  "eth_getTransactionReceipt",
  "eth_newBlockFilter",
  "eth_newFilter",
  "eth_uninstallFilter",
  "net_listening",
  "net_version",
  "web3_clientVersion",
  "web3_sha3",
]);

const CONSTANTS: Record<string, unknown> = {
  eth_gasPrice: "0x0",
  eth_maxPriorityFeePerGas: "0x0",
  eth_syncing: false,
  eth_accounts: [],
};

export type Call = (method: string, params: unknown[]) => Promise<unknown>;

/** The methods that everybody may call, over HTTP and WebSocket alike. */
export function publicMethods(ledger: Ledger): Call {
  return async (method, params) => {
    if (method === "eth_sendRawTransaction") return await ledger.submit(params[0]);
    if (Object.hasOwn(CONSTANTS, method)) return CONSTANTS[method];
    if (method === "eth_getBlockReceipts") return await blockReceipts(ledger, params[0]);
    if (method === "debug_traceTransaction") return await callTrace(ledger, params[0]);
    if (!READS.has(method))
      throw new RpcError(-32601, `the method ${method.slice(0, 60)} is not offered here`);
    // On a quiet chain the pending block would otherwise keep the time of whenever it was last looked at.
    if (method === "eth_estimateGas" || params.includes("pending")) await ledger.refreshPendingTime();
    return await ledger.engine.request(method, params);
  };
}

/** The engine has receipts one by one only; production engines answer for a block at once. */
async function blockReceipts(ledger: Ledger, block: unknown): Promise<unknown> {
  const isHash = typeof block === "string" && block.length === 66;
  const method = isHash ? "eth_getBlockByHash" : "eth_getBlockByNumber";
  const found = (await ledger.engine.request(method, [block, false])) as { transactions: string[] } | null;
  if (!found) return null;
  return await Promise.all(
    found.transactions.map((hash) => ledger.engine.request("eth_getTransactionReceipt", [hash])),
  );
}

/**
 * What a transaction's calls answered; a receipt does not tell why one was refused. Only this tracer is offered:
 * the engine's default one answers with every step of the machine.
 */
async function callTrace(ledger: Ledger, hash: unknown): Promise<unknown> {
  return await ledger.engine.request("debug_traceTransaction", [hash, { tracer: "callTracer" }]);
}

const MAX_BATCH = 1_000;

/** Answers one JSON-RPC 2.0 message (a request or a batch); the answer is undefined for notifications. */
export async function answer(text: string, call: Call): Promise<string | undefined> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return JSON.stringify(failure(null, new RpcError(-32700, "the body is not JSON")));
  }
  if (!Array.isArray(message)) return stringify(await single(message, call));
  if (message.length === 0 || message.length > MAX_BATCH) {
    const text = `a batch has 1 to ${MAX_BATCH} requests, this one has ${message.length}`;
    return JSON.stringify(failure(null, new RpcError(-32600, text)));
  }
  const answers = await Promise.all(message.map((request) => single(request, call)));
  const given = answers.filter((one) => one !== undefined);
  return given.length > 0 ? JSON.stringify(given) : undefined;
}

async function single(request: unknown, call: Call): Promise<object | undefined> {
  const { id, method, params } = (request ?? {}) as { id?: unknown; method?: unknown; params?: unknown };
  if (typeof method !== "string" || (params !== undefined && !Array.isArray(params))) {
    return failure(id ?? null, new RpcError(-32600, "a request needs a method and a list of params"));
  }
  try {
    const result = await call(method, params ?? []);
    return id === undefined ? undefined : { jsonrpc: "2.0", id, result };
  } catch (error) {
    return id === undefined ? undefined : failure(id, toRpcError(error));
  }
}

function failure(id: unknown, { code, message, data }: RpcError): object {
  return { jsonrpc: "2.0", id, error: { code, message, ...(data === undefined ? {} : { data }) } };
}

function stringify(answer: object | undefined): string | undefined {
  return answer && JSON.stringify(answer);
}
