import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileSchema, MAX_SCHEMA_BYTES, SchemaUnusable } from "../../api/intake/known/compile-schema.ts";
import { FolderDocuments, KuboDocuments, parseCid } from "../../sdk/documents/index.ts";
import { writeUnixfs } from "../../sdk/documents/unixfs-write.ts";
import { toHex } from "../../sdk/hex.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError } from "../platform/errors.ts";
import { readSettings } from "../platform/settings.ts";
import { logCommandError } from "./errors.ts";

/** The file's bytes. @throws ProngsaiError LOG_SCHEMA_FILE, LOG_SCHEMA_UNUSABLE */
async function readSchema(path: string): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw logCommandError("LOG_SCHEMA_FILE", { path }, cause);
  }
  if (bytes.length > MAX_SCHEMA_BYTES)
    throw logCommandError("LOG_SCHEMA_UNUSABLE", { most: MAX_SCHEMA_BYTES });
  try {
    compileSchema(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof SchemaUnusable)
      throw logCommandError("LOG_SCHEMA_UNUSABLE", { reason: error.message }, error);
    throw error;
  }
  return bytes;
}

/** Stores the document, unless it is only to be known what its address would be. @returns where it lies */
async function store(content: Uint8Array, dryRun: boolean): Promise<{ cid: string; where: string }> {
  if (dryRun) {
    const { cid } = await writeUnixfs(content, { put: () => Promise.resolve() });
    return {
      cid,
      where: "nowhere: hand the file to the gateway's operator, or publish it on a node of your own",
    };
  }
  const { ipfsApiUrl, dataDir } = readSettings();
  const folder = join(dataDir, "documents");
  const documents = ipfsApiUrl ? new KuboDocuments(ipfsApiUrl) : new FolderDocuments(folder);
  const { cid } = await documents.put(content);
  return { cid, where: ipfsApiUrl ? "the Kubo node at IPFS_API_URL" : folder };
}

/**
 * Checks the schema of an action type and publishes the file as it is, byte for byte.
 *
 * @param args what was typed after `schema`
 * @returns exit code: 0 when it is published, 1 when not
 * @throws ArgumentError
 */
export async function publishSchema(args: readonly string[]): Promise<number> {
  const options = { "dry-run": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new ArgumentError("schema ต้องมีชื่อแฟ้มหนึ่งแฟ้ม", "schema takes one file");
  try {
    const content = await readSchema(path);
    const { cid, where } = await store(content, values["dry-run"] ?? false);
    console.log(`schema   ${cid}`);
    console.log(`as bytes ${toHex(parseCid(cid).bytes)}   (defineActionType takes these)`);
    console.log(`stored   ${where}`);
    return 0;
  } catch (error) {
    console.error(describeError(error));
    return 1;
  }
}
