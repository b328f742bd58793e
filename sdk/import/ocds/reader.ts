import { importError } from "../errors.ts";
import { parserVersion } from "../model.ts";
import { quarantineText } from "../texts.ts";
import type { ImportRow, ImportSummary, QuarantineReason, ReportedPackage } from "../model.ts";
import { withholdPersons } from "../personal-data.ts";
import { WITHHELD } from "../withheld.ts";
import { RowProblem, withLeaf } from "../row.ts";
import type { RowDraft } from "../row.ts";
import { SeenKeys } from "../seen-keys.ts";
import { ImportTally } from "../tally.ts";
import { ocdsEntries } from "./entries.ts";
import type { OcdsEntry } from "./entries.ts";
import { isObject, objectAt, objectsAt, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { readRelease } from "./row.ts";
import type { OcdsProject } from "./row.ts";
import { withholdRelease } from "./withhold.ts";

/** One release: what it means, and its line in the kept file. */
export interface OcdsRecord {
  readonly row: ImportRow;
  /** JSON without line end. */
  readonly kept: string;
}

const NOTE = "prongsai:quarantined";
/** The kept file's first line; after it each line is one release or a note. */
const KEPT = "prongsai:kept";

export const keptHeader: Uint8Array = new TextEncoder().encode(`{"${KEPT}":"${parserVersion.ocds}"}\n`);

type Release = JsonObject | QuarantineReason;

function safeOrNull(text: string | null): string | null {
  return text === null ? null : withholdPersons(text);
}

function packageOf(value: JsonObject): ReportedPackage {
  const version = textAt(value, "version") ?? "1.0";
  if (!/^1\.[01](?:\.\d+)*$/.test(version))
    throw importError("IMPORT_OCDS_VERSION", { version: version.slice(0, 40) });
  const extensions = Array.isArray(value.extensions) ? value.extensions : [];
  return {
    version,
    uri: safeOrNull(textAt(value, "uri")),
    publishedDate: safeOrNull(textAt(value, "publishedDate")),
    publisher: safeOrNull(textAt(objectAt(value, "publisher"), "name")),
    license: safeOrNull(textAt(value, "license")),
    publicationPolicy: safeOrNull(textAt(value, "publicationPolicy")),
    extensions: extensions.filter((each): each is string => typeof each === "string").map(withholdPersons),
  };
}

/** The releases of a record: its compiled release where there is one, else those that it holds. */
function releasesOfRecord(record: JsonObject): Release[] {
  if (isObject(record.compiledRelease)) return [record.compiledRelease];
  const held = objectsAt(record, "releases").filter((release) => Object.hasOwn(release, "ocid"));
  return held.length > 0 ? held : ["RELEASE_LINKED_ONLY"];
}

function noteReason(value: JsonObject): QuarantineReason | null {
  const reason = value[NOTE];
  return typeof reason === "string" && Object.hasOwn(quarantineText, reason)
    ? (reason as QuarantineReason)
    : null;
}

/**
 * Reads OCDS data, of one file or several in a row. Each release gives one row; of a record, its compiled release. The
 * kept file is JSON lines: after a line of its own, each release without natural persons' data.
 */
export class OcdsReader {
  readonly #tally = new ImportTally("ocds");
  readonly #projects = new SeenKeys();
  readonly #releases = new SeenKeys();
  readonly #packages: ReportedPackage[] = [];
  readonly #unknown = new Set<string>();
  #line = 0;
  /** Releases before the file that is being read. */
  #before = 0;
  /** The file is a kept one. */
  #isKept = false;

  /** @param file name of the file, for errors, when there are several */
  async *records(bytes: AsyncIterable<Uint8Array>, file?: string): AsyncGenerator<OcdsRecord, void> {
    const members: Record<string, unknown> = {};
    this.#before = this.#line;
    const packages = this.#packages.length;
    let isPackage = false;
    for await (const entry of ocdsEntries(bytes)) {
      if (entry.kind === "member") members[entry.name] = entry.value;
      isPackage ||= entry.kind === "member" || (entry.kind === "value" && /^re/.test(entry.at));
      for (const release of this.#releasesOf(entry, file)) yield this.#read(release);
    }
    if (isPackage) this.#packages.push(packageOf(members));
    if (this.#line === this.#before && this.#packages.length === packages)
      throw importError("IMPORT_NOT_OCDS", { kind: "json", file });
  }

  summary(): ImportSummary {
    const unknown = [...this.#unknown].sort();
    return this.#tally.summary({ known: [], unknown }, this.#packages);
  }

  *#releasesOf(entry: OcdsEntry, file: string | undefined): Generator<Release, void> {
    if (entry.kind === "member") return;
    if (entry.kind === "broken") return yield entry.reason;
    const { value, at } = entry;
    if (!isObject(value)) {
      if (at === "root" && this.#line === this.#before)
        throw importError("IMPORT_NOT_OCDS", { kind: "json", file });
      return yield "RELEASE_INCOMPLETE";
    }
    if (at === "line" && this.#line === 0 && textAt(value, KEPT) === parserVersion.ocds) {
      this.#isKept = true;
      return;
    }
    if (this.#isKept) return yield value;
    if (at === "records") return yield* releasesOfRecord(value);
    if (at === "releases") return yield value;
    if (Array.isArray(value.records) && !Object.hasOwn(value, "ocid")) {
      this.#packages.push(packageOf(value));
      for (const record of value.records)
        yield* isObject(record) ? releasesOfRecord(record) : ["RELEASE_INCOMPLETE" as const];
      return;
    }
    if (Array.isArray(value.releases) && !Object.hasOwn(value, "ocid")) {
      this.#packages.push(packageOf(value));
      for (const release of value.releases) yield isObject(release) ? release : "RELEASE_INCOMPLETE";
      return;
    }
    const isRecord =
      !Object.hasOwn(value, "tag") &&
      ["compiledRelease", "versionedRelease", "releases"].some((name) => Object.hasOwn(value, name));
    if (isRecord) return yield* releasesOfRecord(value);
    const isForeign = !["ocid", "tag", "tender", "awards", "contracts", "planning"].some((name) =>
      Object.hasOwn(value, name),
    );
    if (isForeign && this.#line === this.#before)
      throw importError("IMPORT_NOT_OCDS", { kind: "json", file });
    yield value;
  }

  #read(release: Release): OcdsRecord {
    const line = ++this.#line;
    let kept: string;
    let draft: RowDraft;
    try {
      if (typeof release === "string") throw new RowProblem(release);
      const note = this.#isKept && noteReason(release);
      if (note) throw new RowProblem(note, safeColumn(release.column));
      const safe = withholdRelease(release);
      kept = JSON.stringify(safe);
      draft = this.#place(readRelease(safe, line, kept.includes(WITHHELD)));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const { reason } = error;
      const column = safeColumn(error.column);
      draft = { kind: "quarantined", line, reason, column, value: null };
      kept = JSON.stringify({ [NOTE]: reason, column });
    }
    const row = withLeaf(draft);
    this.#tally.add(row);
    return { row, kept };
  }

  #place(project: OcdsProject): RowDraft {
    const { line } = project;
    const id = JSON.stringify([
      project.key.value,
      project.release?.id,
      project.release?.tags.includes("compiled"),
    ]);
    // Of a withheld id nobody can tell whether it is the same.
    const isWithheld = project.release?.id.includes(WITHHELD) ?? false;
    if (!isWithheld && this.#releases.firstSeen(id, line)) throw new RowProblem("RELEASE_TWICE", "id");
    const repeat = this.#projects.firstSeen(project.key.value, line) !== null;
    for (const name of Object.keys(project.extra)) this.#unknown.add(name);
    return { ...project, repeat };
  }
}

/** Names of members come from this reader, `contracts/0/dateSigned` and the like; in a note, only such are believed. */
function safeColumn(column: unknown): string | null {
  return typeof column === "string" && /^[A-Za-z0-9./]{1,80}$/.test(column) ? column : null;
}
