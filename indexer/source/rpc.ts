import http from "node:http";
import https from "node:https";
import { FatalError, RetryableError } from "../errors/index.ts";
import { JsonReader } from "./json-reader.ts";

export interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** An answer of one request of a batch: its result, or what the node says against it. */
export type Answer<T = unknown> = { readonly result: T } | { readonly error: RpcFailure };

/** Makes of a result what is wanted of it, while the answer is read. */
export type Read<T> = (reader: JsonReader) => T;

const readAny: Read<unknown> = (reader) => reader.value();

/** An answer as it is given, which may lack anything. */
interface Given<T> {
  id?: unknown;
  result?: T;
  error?: RpcFailure;
}

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
  readonly #reader = new JsonReader();
  /** room for an answer that came in several chunks */
  #answer = Buffer.alloc(0);
  #id = 0;

  /** @param timeout longest wait for an answer, milliseconds */
  constructor(url: string, timeout = 30_000) {
    this.#url = new URL(url);
    const Agent = this.#url.protocol === "https:" ? https.Agent : http.Agent;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8 });
    this.#timeout = timeout;
  }

  call(method: string, params: readonly unknown[]): Promise<unknown>;
  call<T>(method: string, params: readonly unknown[], read: Read<T>): Promise<T>;
  async call(method: string, params: readonly unknown[], read: Read<unknown> = readAny): Promise<unknown> {
    const body = { jsonrpc: "2.0", id: ++this.#id, method, params };
    const { result, error } = (await this.#post(method, body, (reader) => readGiven(reader, read))) ?? {};
    if (error) throw failure(method, error);
    if (result === undefined) throw this.#unreadable(method, "the answer has neither result nor error");
    return result;
  }

  /** The answers in the order of the calls; failures of single calls are returned, not thrown. */
  answers(calls: readonly Call[]): Promise<readonly Answer[]>;
  answers<T>(calls: readonly Call[], read: Read<T>): Promise<readonly Answer<T>[]>;
  async answers(calls: readonly Call[], read: Read<unknown> = readAny): Promise<readonly Answer[]> {
    if (calls.length === 0) return [];
    const method = calls[0]!.method;
    const first = this.#id + 1;
    const body = calls.map((call) => ({ jsonrpc: "2.0", id: ++this.#id, ...call }));
    const given = await this.#post(method, body, (reader) => readBatch(reader, read));
    if (!given) throw this.#unreadable(method, "a batch was not answered by a list");
    const found = new Array<Given<unknown> | undefined>(calls.length);
    for (const one of given) {
      if (Number.isSafeInteger(one?.id)) found[(one!.id as number) - first] = one;
    }
    return Array.from({ length: calls.length }, (_, i) => {
      const { result, error } = found[i] ?? {};
      if (error) return { error };
      if (result === undefined) throw this.#unreadable(method, "an answer is missing");
      return { result };
    });
  }

  /** As `answers`, and each must be a result. */
  batch(calls: readonly Call[]): Promise<readonly unknown[]>;
  batch<T>(calls: readonly Call[], read: Read<T>): Promise<readonly T[]>;
  async batch(calls: readonly Call[], read: Read<unknown> = readAny): Promise<readonly unknown[]> {
    return (await this.answers(calls, read)).map((answer, i) => {
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

  async #post<T>(method: string, body: object, read: Read<T>): Promise<T> {
    const { status, chunks } = await this.#send(JSON.stringify(body)).catch((cause: Error) => {
      throw this.#unreadable(method, cause.message, cause);
    });
    if (status === 413) {
      throw new TooMuchError("INDEX_CHAIN_UNREACHABLE", { method, reason: "the answer is too large" });
    }
    if (status !== 200) throw this.#unreadable(method, `HTTP status ${status}`);
    try {
      this.#reader.open(this.#joined(chunks));
      const answer = read(this.#reader);
      this.#reader.close();
      return answer;
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw this.#unreadable(method, `the answer is not the JSON it should be: ${cause.message}`, cause);
    }
  }

  /** The chunks in one piece, which is written over when the next answer comes. */
  #joined(chunks: readonly Buffer[]): Buffer {
    if (chunks.length === 1) return chunks[0]!;
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (this.#answer.length < length) this.#answer = Buffer.allocUnsafeSlow(length + (length >> 2));
    let at = 0;
    for (const chunk of chunks) at += chunk.copy(this.#answer, at);
    return this.#answer.subarray(0, length);
  }

  #send(body: string): Promise<{ status: number; chunks: readonly Buffer[] }> {
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
          response.on("end", () => resolve({ status: response.statusCode ?? 0, chunks }));
          response.on("aborted", () => reject(new Error("the connection broke off")));
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }
}

/** One answer of JSON-RPC, undefined when it is none at all. */
function readGiven<T>(reader: JsonReader, read: Read<T>): Given<T> | undefined {
  if (!reader.object()) {
    reader.skip();
    return undefined;
  }
  const given: Given<T> = {};
  for (let name = reader.name(); name !== undefined; name = reader.name()) {
    if (name === "result") given.result = read(reader);
    else if (name === "error") given.error = (reader.value() ?? undefined) as RpcFailure | undefined;
    else if (name === "id") given.id = reader.value();
    else reader.skip();
  }
  return given;
}

/** The answers of a batch in any order, undefined when it is not answered by a list. */
function readBatch<T>(reader: JsonReader, read: Read<T>): (Given<T> | undefined)[] | undefined {
  if (!reader.list()) {
    reader.skip();
    return undefined;
  }
  const all: (Given<T> | undefined)[] = [];
  while (reader.item()) all.push(readGiven(reader, read));
  return all;
}
