import { keccak256, toUtf8Bytes } from "ethers";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { toHex } from "../../../sdk/hex.ts";
import { readImport } from "../../../sdk/import/index.ts";
import type { LedgerState } from "../../../sdk/replay/index.ts";
import type { Part } from "../part.ts";
import { cidText, documentFinding, hashed } from "./fetch.ts";

type Batch = LedgerState["batches"] extends ReadonlyMap<bigint, infer Each> ? Each : never;

/** Reads the kept file by the rules that its anchor names, and compares what comes out with the anchor. */
async function checkFile(
  entity: string,
  batch: Batch,
  documents: ReadableDocuments,
  part: Part,
): Promise<void> {
  const text = cidText(batch.fileCid);
  const { bytes, sha256 } = hashed(documents, text ?? batch.fileCid);
  try {
    const reading = readImport(batch.parserVersion, bytes);
    for await (const row of reading.rows) {
      void row;
      part.count("rows");
    }
    const { rowsRead, quarantined, merkleRoot } = reading.summary();
    part.equal("anchored figures", "IMPORT_FILE_DIGEST", entity, sha256(), batch.fileSha256.toLowerCase());
    part.equal("anchored figures", "IMPORT_ROWS", entity, rowsRead, batch.rowCount);
    part.equal("anchored figures", "IMPORT_QUARANTINED", entity, quarantined, batch.quarantined);
    part.equal("anchored figures", "IMPORT_ROOT", entity, toHex(merkleRoot), batch.merkleRoot.toLowerCase());
  } catch (error) {
    if (error instanceof ProngsaiError && error.code === "IMPORT_PARSER_UNKNOWN") {
      part.open.push(`${entity}: this repository has no parser ${batch.parserVersion}`);
      return;
    }
    const { code, found } = documentFinding(error);
    const isDocument = code.startsWith("DOCUMENT_");
    const expected = "the file that was anchored";
    part.finds(isDocument ? code : "IMPORT_UNREADABLE", `${entity}, file ${text ?? ""}`, { found, expected });
  }
}

/** The description of the source says what the anchor says of it. */
async function checkSource(
  entity: string,
  batch: Batch,
  documents: ReadableDocuments,
  part: Part,
): Promise<void> {
  const text = cidText(batch.sourceCid);
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of documents.get(text ?? batch.sourceCid)) pieces.push(piece);
  } catch (error) {
    const { code, found } = documentFinding(error);
    const expected = "the description that was anchored";
    part.finds(code, `${entity}, source ${text ?? ""}`, { found, expected });
    return;
  }
  let source: Record<string, unknown>;
  try {
    source = Object(JSON.parse(Buffer.concat(pieces).toString("utf8"))) as Record<string, unknown>;
  } catch {
    part.finds("IMPORT_SOURCE", entity, { found: "no JSON", expected: "a description of the source" });
    return;
  }
  const said = (name: string) => (typeof source[name] === "string" ? source[name].trim() : "");
  const url = keccak256(toUtf8Bytes(said("source_url") || "unknown"));
  part.equal("anchored figures", "IMPORT_SOURCE", `${entity}, address`, url, batch.sourceUrlHash);
  const sha256 = `0x${said("sha256").toLowerCase().replace(/^0x/, "")}`;
  part.equal("anchored figures", "IMPORT_SOURCE", `${entity}, sha256`, sha256, batch.sourceSha256);
  part.equal("anchored figures", "IMPORT_SOURCE", `${entity}, licence`, said("license"), batch.licence);
}

/** Every anchored import: fetched by CID, hashed, read again, and compared with its anchor. */
export async function checkImports(
  state: LedgerState,
  documents: ReadableDocuments,
  part: Part,
): Promise<void> {
  for (const [id, batch] of state.batches) {
    part.count("batches");
    await checkFile(`batch ${id}`, batch, documents, part);
    await checkSource(`batch ${id}`, batch, documents, part);
  }
}
