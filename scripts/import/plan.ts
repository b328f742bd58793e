import type { Documents, StoredDocument } from "../../sdk/documents/index.ts";
import type { Locale } from "../../sdk/errors.ts";
import { equalBytes } from "../../sdk/hex.ts";
import {
  keepImport,
  keepOcdsFiles,
  parserVersion,
  quarantineText,
  readImport,
} from "../../sdk/import/index.ts";
import type { ImportFormat, ImportSummary, QuarantineReason } from "../../sdk/import/index.ts";
import { importCommandError } from "./errors.ts";
import { inputFiles, readBytes, SourceDigest } from "./files.ts";
import type { InputFile } from "./files.ts";
import { describePackages, readSource } from "./source.ts";
import type { SourceDescription } from "./source.ts";

export interface ImportRequest {
  readonly format: ImportFormat;
  /** A file; for OCDS also a folder. */
  readonly path: string;
  /** Path of SOURCE.json. Required for e-GP. */
  readonly source?: string;
  readonly documents: Documents;
  readonly progress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** `hash`: the source's fingerprint; `keep`: rows are read and the kept file stored; `check`: it is read back. */
  readonly stage: "hash" | "keep" | "check";
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** Everything that is anchored of a batch, ready to be sent. */
export interface ImportPlan {
  readonly format: ImportFormat;
  readonly parserVersion: string;
  /** SHA-256 of the source as published, hexadecimal. */
  readonly sourceSha256: string;
  readonly source: SourceDescription;
  /** The kept file; the same as the source when nothing had to be withheld. */
  readonly file: StoredDocument;
  readonly sourceFile: StoredDocument;
  readonly summary: ImportSummary;
}

async function hash(files: readonly InputFile[], report: (bytes: number) => void): Promise<string> {
  const digest = new SourceDigest(files);
  for (const file of files) {
    for await (const piece of readBytes(file, (bytes) => digest.update(bytes))) report(piece.length);
    digest.endFile(file);
  }
  return digest.hex();
}

/**
 * Reads a published file, keeps it without natural persons' data in Documents and works out everything that the batch's
 * anchor says. The same file gives the same plan, and what is stored already is not stored again, so an import that was
 * interrupted is resumed by starting it again. Nothing is stored of a source whose SHA-256 is not that of its description.
 *
 * Before the plan is handed out, the kept file is read back from Documents by the rules that the index will use, and must
 * give the same Merkle root.
 *
 * @throws ProngsaiError IMPORT_FILE_MISSING, IMPORT_SOURCE_…, IMPORT_NO_ROWS, IMPORT_NO_ROW_READABLE, IMPORT_KEPT_DIFFERS; IMPORT_…
 * when the file is not what it claims, DOCUMENTS_UNWRITABLE
 */
export async function planImport(request: ImportRequest): Promise<ImportPlan> {
  const { format, documents, progress = () => {} } = request;
  if (format === "egp" && !request.source) {
    throw importCommandError("IMPORT_SOURCE_MISSING", {
      th: "ตาราง e-GP ไม่ได้บอกแหล่งที่มาของตนเอง",
      en: "an e-GP table does not say where it comes from",
    });
  }
  const given = request.source ? await readSource(request.source) : null;
  const files = await inputFiles(request.path);
  if (format === "egp" && (files.length > 1 || files[0]!.name !== "")) {
    throw importCommandError("IMPORT_FILE_MISSING", {
      th: `${request.path} เป็นโฟลเดอร์ ตาราง e-GP ต้องนำเข้าทีละแฟ้ม`,
      en: `${request.path} is a folder; e-GP tables are imported one by one`,
    });
  }
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = 0;
  let rows = 0;
  const report = (stage: ImportProgress["stage"]) => progress({ stage, bytes, totalBytes, rows });

  const sourceSha256 = await hash(files, (read) => {
    bytes += read;
    report("hash");
  });
  if (given?.sha256 && given.sha256 !== sourceSha256) {
    const what = {
      th: `${request.path} มีค่า SHA-256 ${sourceSha256} แต่คำอธิบายระบุ ${given.sha256}`,
      en: `${request.path} has SHA-256 ${sourceSha256}, but its description says ${given.sha256}`,
    };
    throw importCommandError("IMPORT_SOURCE_MISMATCH", what);
  }

  bytes = 0;
  const digest = new SourceDigest(files);
  const inputs = files.map((file) => {
    const pieces = readBytes(file, (piece) => {
      digest.update(piece);
      bytes += piece.length;
      report("keep");
    });
    async function* whole() {
      yield* pieces;
      digest.endFile(file);
    }
    return { name: file.name, bytes: whole() };
  });
  const count = () => void rows++;
  const isSingle = files.length === 1;
  const keeping = isSingle ? keepImport(format, inputs[0]!.bytes, count) : keepOcdsFiles(inputs, count);
  const file = await documents.put(keeping.kept);
  const summary = keeping.summary();
  if (digest.hex() !== sourceSha256) {
    throw importCommandError("IMPORT_SOURCE_CHANGED", {
      th: `${request.path} เปลี่ยนไประหว่างที่อ่าน`,
      en: `${request.path} changed while it was read`,
    });
  }
  if (summary.rowsRead === 0)
    throw importCommandError("IMPORT_NO_ROWS", {
      th: `${request.path} ไม่มีแถวข้อมูล`,
      en: `${request.path} has no rows`,
    });

  if (summary.imported === 0) {
    const reasons = Object.keys(summary.quarantineReasons) as QuarantineReason[];
    const list = (locale: Locale) => reasons.map((reason) => quarantineText[reason][locale]).join(" ");
    throw importCommandError("IMPORT_NO_ROW_READABLE", {
      th: `อ่านข้อมูลใน ${request.path} ไม่ได้สักแถวจากทั้งหมด ${summary.rowsRead} แถว: ${list("th")}`,
      en: `none of the ${summary.rowsRead} rows of ${request.path} can be read: ${list("en")}`,
    });
  }

  bytes = 0;
  rows = 0;
  const again = readImport(parserVersion[format], documents.get(file.cid));
  for await (const row of again.rows) {
    void row;
    if (++rows % 1000 === 0) report("check");
  }
  const readBack = again.summary();
  if (!equalBytes(readBack.merkleRoot, summary.merkleRoot) || readBack.quarantined !== summary.quarantined) {
    throw importCommandError("IMPORT_KEPT_DIFFERS", {
      th: `แฟ้มที่เก็บไว้ ${file.cid} อ่านได้ไม่ตรงกับ ${request.path}`,
      en: `the kept file ${file.cid} gives other rows than ${request.path}`,
    });
  }

  const modifiedAt = Math.max(...files.map((each) => each.modifiedAt));
  const source = given ?? describePackages(summary.packages, { sha256: sourceSha256, modifiedAt });
  const sourceFile = await documents.put(source.bytes);
  return { format, parserVersion: parserVersion[format], sourceSha256, source, file, sourceFile, summary };
}
