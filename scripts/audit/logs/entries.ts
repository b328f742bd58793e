import { compileSchema, MAX_SCHEMA_BYTES } from "../../../api/intake/known/compile-schema.ts";
import type { DataCheck } from "../../../api/intake/known/compile-schema.ts";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { equalBytes } from "../../../sdk/hex.ts";
import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import type { PublishedEntry } from "../../../sdk/log/bundle/index.ts";
import type { Part } from "../part.ts";
import type { Misfits } from "./misfits.ts";
import { Payloads } from "./payloads.ts";
import { Ranges } from "./ranges.ts";
import type { Range } from "./ranges.ts";
import type { ChainAnchor, RegisteredService } from "./registered.ts";
import { Submitters } from "./submitters.ts";

/** Clocks may differ so much from the chain's (seconds). */
const CLOCK = 300;

/** Schemas by CID, each read and compiled once; a text says why there is none. */
export class SchemaChecks {
  readonly #documents: ReadableDocuments;
  readonly #checks = new Map<string, Promise<DataCheck | string>>();

  constructor(documents: ReadableDocuments) {
    this.#documents = documents;
  }

  of(cid: string): Promise<DataCheck | string> {
    const known = this.#checks.get(cid) ?? this.#read(cid);
    this.#checks.set(cid, known);
    return known;
  }

  async #read(cid: string): Promise<DataCheck | string> {
    try {
      const pieces: Uint8Array[] = [];
      let length = 0;
      for await (const piece of this.#documents.get(cid)) {
        if ((length += piece.length) > MAX_SCHEMA_BYTES) return "it is too large";
        pieces.push(piece);
      }
      return compileSchema(Buffer.concat(pieces).toString("utf8"));
    } catch (error) {
      return (error as Error).message;
    }
  }
}

/** What is known of a writer's numbers: the next one, as long as `gaps` is how many gaps the log has. */
type Numbers = { readonly next: number; readonly gaps: number };

/**
 * Checks the entries of one service one after the other. Entries that are not known leave gaps: what they may have said
 * is not guessed.
 */
export class EntryChecks {
  readonly #service: RegisteredService;
  readonly #schemas: SchemaChecks;
  readonly #payloads: Payloads;
  readonly #part: Part;
  readonly #misfits: Misfits;
  readonly #numbers = new Map<string, Numbers>();
  readonly #submitters = new Submitters();
  /** entries of which nothing is known: they were not read, or are no records */
  readonly #unknown = new Ranges();
  #gaps = 0;
  /** writers whose numbers went on otherwise after a gap */
  readonly #skipped = new Set<string>();

  /** @param folder an agency's payloads; see payloads.ts */
  constructor(
    service: RegisteredService,
    { schemas, folder }: { schemas: SchemaChecks; folder: string | undefined },
    part: Part,
    misfits: Misfits,
  ) {
    this.#service = service;
    this.#schemas = schemas;
    this.#part = part;
    this.#misfits = misfits;
    this.#payloads = new Payloads({ service: service.name, folder, unknown: this.#unknown }, part);
  }

  /** Goes on after entries that could not be read. */
  skip(entries: Range): void {
    this.#unknown.add(entries);
    this.#gaps++;
  }

  /** Judges what can be judged only when the whole log was read, and says what could not be. */
  finish(): void {
    this.#payloads.finish();
    if (this.#skipped.size === 0) return;
    const writers = [...this.#skipped].toSorted().join(", ");
    const why = "their numbers go on with others than before the entries that are unknown";
    this.#part.notes.push(`${this.#service.name}: sequence of ${writers} not known throughout: ${why}`);
  }

  async take({ index, bytes }: PublishedEntry, anchor: ChainAnchor): Promise<void> {
    this.#part.count("entries");
    const entries = { first: index, last: index };
    const place: Place = {
      finds: (code, found, expected) => this.#misfits.take({ code, entries, anchor, found, expected }),
    };
    const record = this.#record(bytes, place);
    if (!record) return this.skip(entries);
    const { service, agency, type, schema, data } = record;
    if (service !== this.#service.name || agency !== this.#service.agency)
      place.finds(
        "LOG_ENTRY_SERVICE",
        `${service} of agency ${agency}`,
        `${this.#service.name} of agency ${this.#service.agency}`,
      );
    if (!this.#service.allows(type, schema, anchor.time))
      place.finds("LOG_ENTRY_TYPE", `${type} by schema ${schema}`, "an action type and schema in use then");
    await this.#data(schema, data, place);
    for (const { kind, path } of findPersonalData(record))
      place.finds("LOG_ENTRY_PERSONAL_DATA", `${kind} at ${path}`, "none");
    if (Date.parse(record.ts) / 1_000 > Number(anchor.time) + CLOCK)
      place.finds(
        "LOG_ENTRY_TIME",
        record.ts,
        `not after it was anchored, ${new Date(Number(anchor.time) * 1_000).toISOString()}`,
      );
    this.#sequence(record, place);
    this.#references(record, index, place);
    this.#payloads.take(index, record, place);
  }

  #record(bytes: Uint8Array, place: Place): ActionRecord | undefined {
    try {
      const sealed = sealRecord(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
      if (equalBytes(sealed.bytes, bytes)) return sealed.record;
      place.finds("LOG_ENTRY_FORM", "a record written otherwise", "canonical JSON (RFC 8785)");
    } catch (error) {
      const known = error instanceof ProngsaiError;
      if (!known && !(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
      place.finds(
        "LOG_ENTRY_FORM",
        known ? `${error.code}: ${error.message}` : "no JSON in UTF-8",
        "a record of the log",
      );
    }
  }

  async #data(schema: string, data: unknown, place: Place): Promise<void> {
    const check = await this.#schemas.of(schema);
    if (typeof check === "string")
      return place.finds("LOG_ENTRY_SCHEMA", `schema ${schema}: ${check}`, "a usable schema");
    const fault = check(data);
    if (fault)
      place.finds(
        "LOG_ENTRY_DATA",
        `${fault.keyword} at ${fault.steps.join(".")}`,
        "data that obey the schema",
      );
  }

  #sequence({ type, submitter, clientSeq, data }: ActionRecord, place: Place): void {
    const { next, gaps } = this.#numbers.get(submitter) ?? { next: 1, gaps: 0 };
    this.#numbers.set(submitter, { next: Math.max(next, clientSeq + 1), gaps: this.#gaps });
    const declared = type === "log.gapDeclared" && data["from"] === next && data["to"] === clientSeq - 1;
    if (clientSeq === next || declared) return;
    const isAfterGap = gaps !== this.#gaps;
    // Those between may stand in the gap; going back is wrong whatever stands there.
    if (isAfterGap && clientSeq > next) return void this.#skipped.add(submitter);
    place.finds(
      "LOG_ENTRY_SEQUENCE",
      `clientSeq ${clientSeq} of ${submitter}`,
      isAfterGap ? `${next} or more` : `${next}, or a declared gap`,
    );
  }

  #references({ refs = [], supersedes, submitter }: ActionRecord, index: number, place: Place): void {
    this.#submitters.set(index, submitter);
    const own = refs.flatMap((one) => ("index" in one && !("service" in one) ? [one.index] : []));
    for (const named of supersedes === undefined ? own : [...own, supersedes])
      if (named >= index) place.finds("LOG_ENTRY_REFERENCE", `entry ${named}`, "an entry before this one");
    if (supersedes === undefined) return;
    const by = this.#submitters.get(supersedes);
    if (by !== undefined && by !== submitter)
      place.finds(
        "LOG_ENTRY_REPLACES_OTHERS",
        `entry ${supersedes} of ${by}, replaced by ${submitter}`,
        "an entry of the same submitter",
      );
  }
}

/** An entry, and where it was anchored: what findings are about. */
export type Place = { finds(code: string, found: string, expected: string): void };
