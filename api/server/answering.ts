import type { ExecutionResult } from "graphql";
import type { Logger } from "pino";
import type { Context } from "../graphql/core/context.ts";
import type { Head, Heads } from "../read/heads.ts";
import { metaOf } from "../rest/serve/envelope.ts";
import { ClientLeft } from "../rest/serve/signal.ts";
import { AnswerCache } from "./answer-cache.ts";
import type { Answer } from "./answer-cache.ts";
import { masked } from "./masked.ts";
import { keptText } from "./own-memory.ts";
import type { Prepared } from "./prepared.ts";

/** What is asked, by a reader or by a page that is made here. */
export interface Asked {
  readonly variables: Record<string, unknown>;
  readonly operationName: string | undefined;
  /** The same for the same question. */
  readonly key: string;
}

/** Bytes that answers may take up in memory. */
const CACHE_BYTES = 64 * 2 ** 20;

/** Answers what only reads, from memory while the index stands where it stood. */
export class Answering {
  readonly #cache = new AnswerCache(CACHE_BYTES);
  readonly #heads: Heads;
  readonly #logger: Logger;

  constructor(heads: Heads, logger: Logger) {
    this.#heads = heads;
    this.#logger = logger;
  }

  known(head: Head, { key }: Asked): Answer | undefined {
    return this.#cache.get(head.version, key);
  }

  /** @throws ClientLeft when nobody waits any more */
  async execute(
    prepared: Prepared,
    asked: Asked,
    head: Head,
    context: Context,
  ): Promise<{ answer: Answer; failed: boolean }> {
    const { errors, data } = await this.#executed(prepared, asked, context);
    const extensions = { _meta: metaOf(head) };
    const answer = { body: keptText(JSON.stringify({ errors, data, extensions })) };
    // Not what was read while the index moved on: it may belong to either state.
    if (!errors && head.block >= 0 && this.#heads.current.version === head.version)
      this.#cache.set(head.version, asked.key, answer);
    return { answer, failed: errors !== undefined };
  }

  async #executed(
    prepared: Prepared,
    { variables, operationName }: Asked,
    context: Context,
  ): Promise<ExecutionResult> {
    const { signal } = context;
    try {
      prepared.checkFanOut(variables, operationName);
      const { errors, data } = await prepared.execute(variables, operationName, context);
      if (signal.reason instanceof ClientLeft) throw signal.reason;
      return { data, ...(errors && { errors: errors.map((error) => masked(error, this.#logger)) }) };
    } catch (error) {
      if (error instanceof ClientLeft) throw error;
      return { errors: [masked(error, this.#logger)] };
    }
  }
}
