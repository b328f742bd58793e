/** Where an answer stands: the promise about the entries from `firstIndex` on. */
export interface Place {
  readonly log: number;
  readonly firstIndex: number;
}

/** A request that came under a key: under way, or where its promise stands. */
export type Known =
  { readonly underWay: Promise<string>; readonly bodyDigest: Uint8Array } | { readonly at: Place };

/** Requests of half the memory; then the older half is forgotten. */
const HALF = 125_000;

/**
 * Which requests came under which Idempotency-Key: those under way and the last ones that were answered, of all services
 * together. Older ones are found by their clientSeq.
 */
export class RecentKeys {
  #new = new Map<string, Known>();
  #old = new Map<string, Known>();

  /** @param writer number of the submitter @param keyHash first 16 bytes of the key's SHA-256 */
  static name(writer: number, keyHash: Uint8Array): string {
    return `${writer}:${Buffer.from(keyHash).toString("latin1")}`;
  }

  get(name: string): Known | undefined {
    return this.#new.get(name) ?? this.#old.get(name);
  }

  set(name: string, known: Known): void {
    if (this.#new.size >= HALF) {
      this.#old = this.#new;
      this.#new = new Map();
    }
    this.#new.set(name, known);
  }

  delete(name: string): void {
    this.#new.delete(name);
    this.#old.delete(name);
  }
}
