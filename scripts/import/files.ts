import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { importCommandError } from "./errors.ts";

export interface InputFile {
  readonly path: string;
  /** Path below the folder given, or empty for a single file. */
  readonly name: string;
  readonly bytes: number;
  /** Unix seconds. */
  readonly modifiedAt: number;
}

async function describe(path: string, name: string): Promise<InputFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, name, bytes: size, modifiedAt: Math.floor(mtimeMs / 1000) };
}

/**
 * The files to import: the one given, or those of a folder that end in .json, .jsonl or .ndjson, in order of their names.
 * @throws ProngsaiError IMPORT_FILE_MISSING
 */
export async function inputFiles(path: string): Promise<InputFile[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [await describe(path, "")];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(?:json|jsonl|ndjson)$/i.test(entry.name));
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    if (paths.length > 0) return await Promise.all(paths.map((each) => describe(each, relative(path, each))));
  } catch (cause) {
    throw importCommandError(
      "IMPORT_FILE_MISSING",
      { th: `เปิด ${path} ไม่ได้`, en: `${path} cannot be read` },
      cause,
    );
  }
  throw importCommandError("IMPORT_FILE_MISSING", {
    th: `ใน ${path} ไม่มีแฟ้ม .json, .jsonl หรือ .ndjson`,
    en: `${path} has no file that ends in .json, .jsonl or .ndjson`,
  });
}

/** A file's bytes; `onBytes` hears of each piece before it is handed on. */
export async function* readBytes(
  file: InputFile,
  onBytes: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(file.path, { highWaterMark: 1 << 18 })) {
    onBytes(piece as Uint8Array);
    yield piece as Uint8Array;
  }
}

/**
 * The source's SHA-256 while it is read: of the file; of a folder, that of the text that `sha256sum` prints for its files
 * in order of their names.
 */
export class SourceDigest {
  readonly #single: boolean;
  #list = "";
  #hash = createHash("sha256");

  constructor(files: readonly InputFile[]) {
    this.#single = files.length === 1 && files[0]!.name === "";
  }

  update(piece: Uint8Array): void {
    this.#hash.update(piece);
  }

  endFile(file: InputFile): void {
    if (this.#single) return;
    this.#list += `${this.#hash.digest("hex")}  ${file.name}\n`;
    this.#hash = createHash("sha256");
  }

  hex(): string {
    return this.#single ? this.#hash.digest("hex") : createHash("sha256").update(this.#list).digest("hex");
  }
}
