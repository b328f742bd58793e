import type { Documents } from "../../../sdk/documents/index.ts";
import { compileSchema, MAX_SCHEMA_BYTES, SchemaUnusable } from "./compile-schema.ts";
import type { DataCheck } from "./compile-schema.ts";

/** What is known of a schema: its check, or why there is none. */
export type Schema =
  { readonly check: DataCheck } | { readonly unusable: string } | { readonly absent: true };

/** How long a document may take to be read, and after how long one that was not there is asked for again (ms). */
const PATIENCE = 5_000;
const AGAIN = 1_000;

/** The schemas of action types by CID, read from the documents and compiled once each. */
export class Schemas {
  readonly #documents: Documents;
  readonly #known = new Map<string, Exclude<Schema, { absent: true }>>();
  readonly #asking = new Map<string, Promise<Schema>>();
  readonly #missing = new Map<string, number>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** At once, when it was read before. */
  known(cid: string): Schema | undefined {
    return this.#known.get(cid);
  }

  async read(cid: string): Promise<Schema> {
    const known = this.#known.get(cid) ?? this.#asking.get(cid);
    if (known) return await known;
    if (Date.now() - (this.#missing.get(cid) ?? -Infinity) < AGAIN) return { absent: true };
    const asking = this.#fetch(cid).finally(() => this.#asking.delete(cid));
    this.#asking.set(cid, asking);
    return await asking;
  }

  async #fetch(cid: string): Promise<Schema> {
    let text: string;
    try {
      text = await this.#text(cid);
    } catch (error) {
      if (error instanceof SchemaUnusable) return this.#keep(cid, { unusable: error.message });
      this.#missing.set(cid, Date.now());
      return { absent: true };
    }
    this.#missing.delete(cid);
    try {
      return this.#keep(cid, { check: compileSchema(text) });
    } catch (error) {
      if (!(error instanceof SchemaUnusable)) throw error;
      return this.#keep(cid, { unusable: error.message });
    }
  }

  #keep<S extends Exclude<Schema, { absent: true }>>(cid: string, schema: S): S {
    this.#known.set(cid, schema);
    return schema;
  }

  async #text(cid: string): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of this.#documents.get(cid, { signal: AbortSignal.timeout(PATIENCE) })) {
      length += piece.length;
      if (length > MAX_SCHEMA_BYTES) throw new SchemaUnusable(`it has more than ${MAX_SCHEMA_BYTES} bytes`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString("utf8");
  }
}
