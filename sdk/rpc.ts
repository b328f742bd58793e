import { RpcError } from "./rpc-error.ts";

export { RpcError } from "./rpc-error.ts";

export type RpcOptions = {
  /** milliseconds that one HTTP request may take, 10,000 by default */
  readonly timeout?: number;
  /** requests in one HTTP request, 100 by default; more are sent one group after another */
  readonly batchSize?: number;
};

export type RpcCall = { readonly method: string; readonly params: readonly unknown[] };

type Answer = {
  id?: unknown;
  result?: unknown;
  error?: { code?: unknown; message?: unknown; data?: unknown };
};

/** The URL without user name, password and query, which may be secret and must not stand in messages. */
function shown(url: string): string {
  return URL.canParse(url) ? new URL(url).origin + new URL(url).pathname.replace(/\/$/, "") : url;
}

/**
 * A JSON-RPC 2.0 client over fetch, for browsers and Node. Every failure is an `RpcError` that says whether trying
 * again makes sense; nothing is retried here. Aborting by the caller's signal rejects with the signal's reason.
 */
export class RpcClient {
  readonly url: string;
  /** The URL as it may be shown and kept: without user name, password and query. */
  readonly shownUrl: string;
  readonly #timeout: number;
  readonly #batchSize: number;
  #nextId = 1;

  constructor(url: string, { timeout = 10_000, batchSize = 100 }: RpcOptions = {}) {
    this.url = url;
    this.shownUrl = shown(url);
    this.#timeout = timeout;
    this.#batchSize = batchSize;
  }

  /**
   * The result of one call.
   *
   * @throws RpcError RPC_UNREACHABLE, RPC_TIMEOUT, RPC_HTTP, RPC_MALFORMED, RPC_REFUSED
   */
  async call<Result>(method: string, params: readonly unknown[] = [], signal?: AbortSignal): Promise<Result> {
    const request = { jsonrpc: "2.0", id: this.#nextId++, method, params };
    const answer = await this.#post(request, signal);
    return this.#result(request, answer as Answer) as Result;
  }

  /**
   * The results of many calls in their order, asked in as few HTTP requests as possible.
   *
   * @throws RpcError as `call`, for the first call in order that failed
   */
  async batch<Results extends readonly unknown[]>(
    calls: readonly RpcCall[],
    signal?: AbortSignal,
  ): Promise<Results> {
    const results = await this.batchSettled(calls, signal);
    for (const result of results) if (result instanceof RpcError) throw result;
    return results as unknown as Results;
  }

  /**
   * The same, with the error of each call that the server refused in the place of its result.
   *
   * @throws RpcError for what concerns all calls: RPC_UNREACHABLE, RPC_TIMEOUT, RPC_HTTP, a batch that is no array
   */
  async batchSettled(calls: readonly RpcCall[], signal?: AbortSignal): Promise<unknown[]> {
    const results: unknown[] = [];
    for (let from = 0; from < calls.length; from += this.#batchSize) {
      const requests = calls
        .slice(from, from + this.#batchSize)
        .map((call) => ({ jsonrpc: "2.0", id: this.#nextId++, ...call }));
      const answers = await this.#post(requests, signal);
      // A server that refuses the batch as a whole answers with one error.
      if (!Array.isArray(answers)) throw this.#failure(requests[0]?.method ?? "batch", answers as Answer);
      const byId = new Map(answers.map((answer: Answer) => [answer?.id, answer]));
      for (const request of requests) results.push(this.#settled(request, byId.get(request.id)));
    }
    return results;
  }

  async #post(body: unknown, signal?: AbortSignal): Promise<unknown> {
    const url = this.shownUrl;
    const timeout = AbortSignal.timeout(this.#timeout);
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const text = await response.text();
      if (!response.ok) throw new RpcError("RPC_HTTP", { url, status: response.status });
      return this.#parse(text);
    } catch (error) {
      if (error instanceof RpcError) throw error;
      signal?.throwIfAborted();
      if (timeout.aborted) throw new RpcError("RPC_TIMEOUT", { url, milliseconds: this.#timeout }, error);
      // Messages of fetch may quote the whole URL, so only the system's code or the error's kind is told.
      const { cause, name } = error as { cause?: { code?: string }; name: string };
      throw new RpcError("RPC_UNREACHABLE", { url, reason: cause?.code ?? name });
    }
  }

  #parse(text: string): unknown {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "object" && value !== null) return value;
    } catch {
      // Told below, the same as an answer that is no object.
    }
    throw this.#malformed("no JSON object");
  }

  #malformed(reason: string): RpcError {
    return new RpcError("RPC_MALFORMED", { url: this.shownUrl, reason });
  }

  #failure(method: string, { error }: Answer): RpcError {
    if (typeof error !== "object" || error === null) return this.#malformed("neither result nor error");
    const { code, message, data } = error;
    return new RpcError("RPC_REFUSED", { method, rpcCode: Number(code), rpcMessage: String(message), data });
  }

  #settled(request: { id: number; method: string }, answer: Answer | undefined): unknown {
    try {
      return this.#result(request, answer);
    } catch (error) {
      if (error instanceof RpcError) return error;
      throw error;
    }
  }

  #result({ id, method }: { id: number; method: string }, answer: Answer | undefined): unknown {
    if (answer?.id !== id && answer?.error === undefined) throw this.#malformed(`no answer with id ${id}`);
    if ("result" in answer && answer.error === undefined) return answer.result;
    throw this.#failure(method, answer);
  }
}
