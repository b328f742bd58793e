import { PlatformError } from "../platform/errors.ts";

const texts = {
  IMPORT_USAGE:
    "npm run import -- egp FILE --source SOURCE.json, or npm run import -- ocds FILE|FOLDER; with --supersedes NUMBER it replaces that earlier batch",
  IMPORT_BATCH_UNKNOWN: "take the number from the page of data sets; nothing was anchored",
  IMPORT_FILE_MISSING: "check the path",
  IMPORT_SOURCE_MISSING: "give the description of the source with --source SOURCE.json",
  IMPORT_SOURCE_UNREADABLE: "SOURCE.json needs sha256, source_url, retrieved_at (ISO 8601) and license",
  IMPORT_SOURCE_MISMATCH: "fetch the file again, or give the SOURCE.json that belongs to it",
  IMPORT_SOURCE_CHANGED: "wait until the file is complete and import again",
  IMPORT_NO_ROWS: "check that the file is complete",
  IMPORT_KEPT_DIFFERS: "report this with the file: it is a fault of this program; nothing was anchored",
  IMPORT_REFUSED:
    "mend what the ledger names, and import again; what is anchored already is not anchored twice",
  IMPORT_KEY_MISSING:
    "set IMPORTER_KEYSTORE to the encrypted keystore file of an officer with the duty of importing, and IMPORTER_PASSWORD_FILE to the file with its password",
} as const;

export function importPlatformError(code: keyof typeof texts, what: string, cause?: unknown): PlatformError {
  return new PlatformError(code, what, texts[code], cause);
}
