import { keepEgp, readEgp } from "./egp/index.ts";
import { keepOcds, readOcds } from "./ocds/index.ts";
import { importError } from "./errors.ts";
import { parserVersion } from "./model.ts";
import type { ImportFormat, ImportReading, ImportRow, ImportSummary } from "./model.ts";

type Read = (bytes: AsyncIterable<Uint8Array>) => ImportReading;

const readers: Readonly<Record<string, Read>> = {
  [parserVersion.egp]: readEgp,
  [parserVersion.ocds]: readOcds,
};

/**
 * The rows of a kept file by the rules of the version that was anchored with it: a pure function of the bytes, so that
 * every index, operator and auditor gets the same rows and the same Merkle root.
 *
 * @param version `parserVersion` of the batch, e.g. `egp-2`
 * @param bytes the file, in pieces of any size
 * @throws ProngsaiError IMPORT_PARSER_UNKNOWN at once; while iterating, IMPORT_… before the first row when the file is not
 * what it claims
 */
export function readImport(version: string, bytes: AsyncIterable<Uint8Array>): ImportReading {
  const read = Object.hasOwn(readers, version) ? readers[version] : undefined;
  if (!read) throw importError("IMPORT_PARSER_UNKNOWN", { parserVersion: version });
  return read(bytes);
}

/** A published file on its way into Documents. */
export interface ImportKeeping {
  /** The file without natural persons' data; the source's own bytes when there was none. */
  readonly kept: AsyncIterable<Uint8Array>;
  /** @throws when `kept` has not been read to its end. */
  summary(): ImportSummary;
}

type Keep = (bytes: AsyncIterable<Uint8Array>, onRow?: (row: ImportRow) => void) => ImportKeeping;

const keepers: Readonly<Record<ImportFormat, Keep>> = { egp: keepEgp, ocds: keepOcds };

/**
 * Turns a published file into the file that is kept, and reports each row on the way. `readImport` of the kept file gives
 * the very same rows.
 */
export function keepImport(
  format: ImportFormat,
  bytes: AsyncIterable<Uint8Array>,
  onRow?: (row: ImportRow) => void,
): ImportKeeping {
  return keepers[format](bytes, onRow);
}
