import type { Part } from "../part.ts";
import { rangeText } from "./ranges.ts";
import type { Range } from "./ranges.ts";
import type { ChainAnchor } from "./registered.ts";

/** A published document that does not fit, or cannot be had. */
export type NamedDocument = {
  readonly kind: "manifest" | "entry tile" | "hash tile";
  /** its CID, that of a tile after its name */
  readonly name: string;
};

/** What is not as it must be with entries of a log, or with a document that they stand in. */
export type Misfit = {
  readonly code: string;
  readonly entries: Range;
  readonly anchor: ChainAnchor;
  readonly found: string;
  readonly expected: string;
  readonly document?: NamedDocument;
};

/** The same fault of entries that follow one another. */
type Run = {
  readonly head: Misfit;
  entries: Range;
  lastAnchor: ChainAnchor;
  lastDocument: NamedDocument | undefined;
  /** how many documents, or findings */
  count: number;
};

/** Entries of one log that are not as they must be; what follows one another with the same fault becomes one finding. */
export class Misfits {
  readonly #service: string;
  readonly #runs: Run[] = [];
  /** the newest run of each fault */
  readonly #newest = new Map<string, Run>();

  constructor(service: string) {
    this.#service = service;
  }

  take(misfit: Misfit): void {
    const { code, entries, anchor, found, expected, document } = misfit;
    // What is found with a document names it; what is found with an entry must be the very same.
    const key = JSON.stringify([code, expected, document ? document.kind : found]);
    const run = this.#newest.get(key);
    if (run && run.entries.first <= entries.first && entries.first <= run.entries.last + 1) {
      run.entries = { first: run.entries.first, last: Math.max(run.entries.last, entries.last) };
      run.lastAnchor = anchor;
      run.lastDocument = document;
      run.count++;
      return;
    }
    const next = { head: misfit, entries, lastAnchor: anchor, lastDocument: document, count: 1 };
    this.#runs.push(next);
    this.#newest.set(key, next);
  }

  /** Hands all over as findings, in the order of the entries. */
  finish(part: Part): void {
    for (const run of this.#runs.toSorted((a, b) => a.entries.first - b.entries.first)) {
      const { code, found, expected, anchor } = run.head;
      const { block, txHash } = anchor;
      const texts = { found: `${found}${lastPlace(run)}`, expected };
      part.finds(code, this.#entity(run), texts, { block, txHash });
    }
  }

  #entity({ head, entries, lastDocument, count }: Run): string {
    const where = `${rangeText(entries)} of ${this.#service}`;
    if (!head.document) return where;
    const { kind, name } = head.document;
    if (count > 1) return `${where}, ${count} ${kind}s from ${name} to ${lastDocument!.name}`;
    return `${where}, ${kind === "manifest" ? `manifest ${name}` : name}`;
  }
}

/** Where the last of a run was anchored, when it was not with the first. */
function lastPlace({ head, lastAnchor: { block, txHash } }: Run): string {
  return txHash === head.anchor.txHash ? "" : ` (the last of them in block ${block}, transaction ${txHash})`;
}
