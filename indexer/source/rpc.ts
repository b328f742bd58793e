import http from "node:http";
import https from "node:https";
import { FatalError, RetryableError } from "../errors/index.ts";

export interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** An answer of one request of a batch: its result, or what the node says against it. */
export type Answer = { readonly result: unknown } | { readonly error: RpcFailure };

export interface RpcFailure {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** Node says that the answer would be too large or take too long; a smaller question may be answered. */
const TOO_MUCH = /too (large|many|big)|exceed|limit|time(d )?out|range/i;
/** Codes that another try does not change: parse error, bad request, method or parameters. */
const HOPELESS = new Set([-32700, -32600, -32601, -32602]);

export class TooMuchError extends RetryableError {}

/** Codes by which nodes say that a client asks too often, or that they are overloaded. */
const PASSING_CODES = new Set([429, -32005, -32097]);
const PASSING = /rate.?limit|limit exceeded|too many requests|throttl|overload|busy|timed? ?out/i;
/** Code of a call that a contract refused; its message is the contract's. */
const REVERTED = 3;

/** Whether the same question may be answered another time. */
export function isPassing({ code, message }: RpcFailure): boolean {
  return PASSING_CODES.has(code) || (code !== REVERTED && PASSING.test(message));
}

export function failure(method: string, { code, message }: RpcFailure): Error {
  const details = { method, reason: `${message} (${code})` };
  if (HOPELESS.has(code) && !TOO_MUCH.test(message)) return new FatalError("INDEX_CHAIN_REFUSED", details);
  if (TOO_MUCH.test(message)) return new TooMuchError("INDEX_CHAIN_UNREACHABLE", details);
  return new RetryableError("INDEX_CHAIN_UNREACHABLE", details);
}

/** JSON-RPC 2.0 over HTTP with kept connections. Every failure is a RetryableError or a FatalError. */
export class Rpc {
  readonly #url: URL;
  readonly #agent: http.Agent;
  readonly #timeout: number;
  #id = 0;

  /** @param timeout longest wait for an answer, milliseconds */
  constructor(url: string, timeout = 30_000) {
    this.#url = new URL(url);
    const Agent = this.#url.protocol === "https:" ? https.Agent : http.Agent;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8 });
    this.#timeout = timeout;
  }

  async call(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await this.#post(method, { jsonrpc: "2.0", id: ++this.#id, method, params });
    const { result, error } = (answer ?? {}) as { result?: unknown; error?: RpcFailure };
    if (error) throw failure(method, error);
    if (result === undefined) throw this.#unreadable(method, "the answer has neither result nor error");
    return result;
  }

  /** The answers in the order of the calls; failures of single calls are returned, not thrown. */
  async answers(calls: readonly Call[]): Promise<readonly Answer[]> {
    if (calls.length === 0) return [];
    const method = calls[0]!.method;
    const first = this.#id + 1;
    const body = calls.map((call) => ({ jsonrpc: "2.0", id: ++this.#id, ...call }));
    const answer = await this.#post(method, body);
    if (!Array.isArray(answer)) throw this.#unreadable(method, "a batch was not answered by a list");
    const found = new Array<Answer | undefined>(calls.length);
    for (const one of answer as (({ id: number } & Answer) | null)[]) {
      if (one && Number.isSafeInteger(one.id)) found[one.id - first] = one;
    }
    return Array.from({ length: calls.length }, (_, i) => {
      const one = found[i];
      if (!one || !("result" in one || "error" in one))
        throw this.#unreadable(method, "an answer is missing");
      return one;
    });
  }

  /** As `answers`, and each must be a result. */
  async batch(calls: readonly Call[]): Promise<readonly unknown[]> {
    return (await this.answers(calls)).map((answer, i) => {
      if ("error" in answer) throw failure(calls[i]!.method, answer.error);
      return answer.result;
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #unreadable(method: string, reason: string, cause?: unknown): RetryableError {
    return new RetryableError("INDEX_CHAIN_UNREACHABLE", { method, reason }, cause);
  }

  async #post(method: string, body: object): Promise<unknown> {
    const { status, bytes } = await this.#send(JSON.stringify(body)).catch((cause: Error) => {
      throw this.#unreadable(method, cause.message, cause);
    });
    if (status === 413) {
      throw new TooMuchError("INDEX_CHAIN_UNREACHABLE", { method, reason: "the answer is too large" });
    }
    if (status !== 200) throw this.#unreadable(method, `HTTP status ${status}`);
    try {
      return JSON.parse(bytes.toString("utf8"));
    } catch (cause) {
      throw this.#unreadable(method, "the answer is not JSON", cause);
    }
  }

  #send(body: string): Promise<{ status: number; bytes: Buffer }> {
    const { request } = this.#url.protocol === "https:" ? https : http;
    return new Promise((resolve, reject) => {
      const outgoing = request(
        this.#url,
        {
          method: "POST",
          agent: this.#agent,
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
          signal: AbortSignal.timeout(this.#timeout),
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }),
          );
          response.on("aborted", () => reject(new Error("the connection broke off")));
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }
}
