export interface RpcFailure {
  code: number;
  message: string;
  data?: unknown;
}

export type RpcAnswer = { id: number; result?: unknown; error?: RpcFailure };

/** Sends requests as one JSON-RPC batch and returns the answers in the order of the requests. */
export async function rpcBatch(
  url: string,
  requests: [method: string, params: unknown[]][],
): Promise<RpcAnswer[]> {
  const body = requests.map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params }));
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answers = (await response.json()) as RpcAnswer[];
  return answers.sort((a, b) => a.id - b.id);
}

/** Sends one request; throws the error of the answer as `{code, message, data}`. */
export async function rpc<T = unknown>(url: string, method: string, params: unknown[] = []): Promise<T> {
  const [answer] = await rpcBatch(url, [[method, params]]);
  if (answer!.error) throw Object.assign(new Error(answer!.error.message), answer!.error);
  return answer!.result as T;
}
