import type { ApiProblem } from "./api-problem.ts";
import type { Ask } from "./request.ts";
import type { TypedQuery } from "./typed-query.ts";

/** What is known about one query with its variables. Old data stay while newer are fetched, or cannot be. */
export type Entry<Result> = {
  readonly data?: Result;
  readonly problem?: ApiProblem;
  readonly loading: boolean;
};

type Slot = {
  entry: Entry<unknown>;
  query: string;
  variables: unknown;
  readers: number;
  /** The page came with it; a problem that it came with is asked about again only when the reader says so. */
  given?: boolean;
};

/** What a page came with, by key. */
export type Known = {
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly problems?: Readonly<Record<string, ApiProblem>>;
};

const NOTHING: Entry<never> = { loading: true };
const KEPT = 60;

/** Answers by query and variables. What is shown stays valid until `refresh`, which is called for a newer block. */
export class Cache {
  readonly #slots = new Map<string, Slot>();
  readonly #listeners = new Set<() => void>();
  readonly #ask: Ask;

  constructor(ask: Ask, { answers = {}, problems = {} }: Known = {}) {
    this.#ask = ask;
    for (const [key, data] of Object.entries(answers)) this.#give(key, { data, loading: false });
    for (const [key, problem] of Object.entries(problems)) this.#give(key, { problem, loading: false });
  }

  static key(query: string, variables: unknown): string {
    return JSON.stringify([query, variables]);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  entry<Result>(key: string): Entry<Result> {
    return (this.#slots.get(key)?.entry ?? NOTHING) as Entry<Result>;
  }

  /** Counts a reader, asks when nothing is known, and returns how to leave. */
  read<Result, Variables>(query: TypedQuery<Result, Variables>, variables: Variables): () => void {
    const key = Cache.key(query, variables);
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = { entry: NOTHING, query, variables, readers: 0 };
      this.#slots.set(key, slot);
      this.#forgetOld();
      void this.load(key);
    } else if (slot.entry.problem && !slot.given) void this.load(key);
    const held = slot;
    held.readers++;
    return () => void held.readers--;
  }

  /** Asks again, keeping what is shown until the answer comes. */
  async load(key: string): Promise<void> {
    const slot = this.#slots.get(key);
    if (!slot) return;
    slot.given = false;
    this.#set(slot, { data: slot.entry.data, loading: true });
    try {
      this.#set(slot, { data: await this.#ask(slot.query, slot.variables), loading: false });
    } catch (error) {
      this.#set(slot, { data: slot.entry.data, problem: error as ApiProblem, loading: false });
    }
  }

  /** Newer data: what is shown is asked again, the rest forgotten. */
  async refresh(): Promise<void> {
    for (const [key, { readers }] of this.#slots) if (readers === 0) this.#slots.delete(key);
    await Promise.all([...this.#slots.keys()].map((key) => this.load(key)));
  }

  #give(key: string, entry: Entry<unknown>): void {
    const [query, variables] = JSON.parse(key) as [string, unknown];
    this.#slots.set(key, { entry, query, variables, readers: 0, given: true });
  }

  #forgetOld(): void {
    for (const [key, { readers }] of this.#slots) {
      if (this.#slots.size <= KEPT) return;
      if (readers === 0) this.#slots.delete(key);
    }
  }

  #set(slot: Slot, entry: Entry<unknown>): void {
    slot.entry = entry;
    for (const listener of this.#listeners) listener();
  }
}
