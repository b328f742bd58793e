import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { isCommitted } from "../../../sdk/log/payload/index.ts";
import type { Part } from "../part.ts";
import type { Place } from "./entries.ts";
import type { Ranges } from "./ranges.ts";

type Kept = {
  readonly index: number;
  readonly submitter: string;
  readonly commit: string;
  readonly place: Place;
};

/** What an entry says was erased, which was not there to be erased. */
type Slip = { readonly erased: number; readonly place: Place };

/**
 * What became of a service's private payloads. Without an agency's folder only what the log says of erasure is counted;
 * with one, `<service>/<index>.json` holds `{"salt":"base64","payload":"base64"}` of each that is kept.
 */
export class Payloads {
  readonly #service: string;
  readonly #folder: string | undefined;
  readonly #unknown: Pick<Ranges, "has" | "reachesBeyond">;
  readonly #part: Part;
  readonly #kept = new Map<number, Kept>();
  /** by the entries that say so */
  readonly #slips = new Map<number, Slip>();
  #erasedUnknown = 0;
  #perhapsErased = 0;

  /** @param unknown entries of which nothing is known; it may grow until `finish` */
  constructor(
    {
      service,
      folder,
      unknown,
    }: { service: string; folder: string | undefined; unknown: Pick<Ranges, "has" | "reachesBeyond"> },
    part: Part,
  ) {
    this.#service = service;
    this.#folder = folder;
    this.#unknown = unknown;
    this.#part = part;
  }

  take(index: number, record: ActionRecord, place: Place): void {
    const { type, submitter, data, payload, supersedes } = record;
    if (payload) {
      this.#part.count("private payloads");
      this.#kept.set(index, { index, submitter, commit: payload.commit, place });
    }
    if (supersedes !== undefined) this.#setRight(supersedes, index);
    if (type !== "privacy.payload.erased") return;
    const erased = Number(data["index"]);
    const isUnknown = this.#unknown.has(erased);
    const isOwn = this.#kept.get(erased)?.submitter === submitter;
    if (!isOwn && !isUnknown) return void this.#slips.set(index, { erased, place });
    this.#kept.delete(erased);
    if (isUnknown) this.#erasedUnknown++;
    else this.#part.count("lawfully erased");
    if (this.#folder && existsSync(this.#path(erased)))
      place.finds(
        "LOG_PAYLOAD_STILL_KEPT",
        `the payload of entry ${erased}`,
        "nothing: it was logged as erased",
      );
  }

  /** An entry that replaces a slip takes it back: the slip stays in the log, and is no fault any more. */
  #setRight(index: number, by: number): void {
    const slip = this.#slips.get(index);
    if (!slip) return;
    this.#slips.delete(index);
    const said = `entry ${index} says that a payload of entry ${slip.erased} was erased, which was not there`;
    this.#part.notes.push(`${this.#service}: ${said}; entry ${by} replaces it`);
  }

  /** Tells of slips that nobody set right, looks for payloads that were not erased, and says what cannot be judged. */
  finish(): void {
    for (const { erased, place } of this.#slips.values())
      place.finds(
        "LOG_ERASURE_OF_NOTHING",
        `entry ${erased}`,
        "an entry of the same submitter with a payload that was not erased before",
      );
    if (this.#folder) for (const entry of this.#kept.values()) this.#check(entry);
    if (this.#erasedUnknown > 0)
      this.#part.notes.push(
        `${this.#service}: ${this.#erasedUnknown} erasures are of entries that are unknown; whether those had payloads is not known`,
      );
    if (this.#perhapsErased > 0)
      this.#part.open.push(
        `${this.#service}: ${this.#perhapsErased} payloads are not there, and an entry that is unknown may say that they were erased`,
      );
  }

  #path(index: number): string {
    return join(this.#folder!, this.#service, `${index}.json`);
  }

  #check(entry: Kept): void {
    const path = this.#path(entry.index);
    if (!existsSync(path)) {
      if (this.#unknown.reachesBeyond(entry.index)) return void this.#perhapsErased++;
      return entry.place.finds(
        "LOG_PAYLOAD_MISSING",
        "no payload",
        "the payload, or an entry that says it was erased",
      );
    }
    try {
      const { salt, payload } = JSON.parse(readFileSync(path, "utf8")) as { salt: string; payload: string };
      const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
      if (isCommitted(entry.commit, bytes(salt), bytes(payload)))
        return this.#part.count("payloads as committed");
    } catch {
      // Unreadable is not the payload either.
    }
    entry.place.finds("LOG_PAYLOAD_ALTERED", "another payload or salt", `what ${entry.commit} stands for`);
  }
}
