import * as dagPb from "@ipld/dag-pb";
import { UnixFS } from "ipfs-unixfs";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { sha256 } from "multiformats/hashes/sha2";
import { documentsError } from "./errors.ts";

/** Gives a block, or null when it cannot be had now; the block need not be trusted. */
export type BlockSource = (cid: CID, signal?: AbortSignal) => Promise<Uint8Array | null>;

/** @throws ProngsaiError CID_MALFORMED unless the text is a CIDv1, raw or dag-pb, with SHA-256 */
export function parseCid(text: string): CID {
  let cid: CID;
  try {
    cid = CID.parse(text);
  } catch (cause) {
    throw documentsError("CID_MALFORMED", { cid: text }, cause);
  }
  const codecKnown = cid.code === raw.code || cid.code === dagPb.code;
  if (cid.version !== 1 || !codecKnown || cid.multihash.code !== sha256.code) {
    throw documentsError("CID_MALFORMED", { cid: text });
  }
  return cid;
}

async function verifiedBlock(root: string, cid: CID, source: BlockSource, signal?: AbortSignal) {
  const details = { cid: root, block: cid.toString() };
  const block = await source(cid, signal);
  if (!block) throw documentsError("DOCUMENT_UNAVAILABLE", details);
  const hash = await sha256.digest(block);
  if (hash.bytes.length !== cid.multihash.bytes.length) throw documentsError("DOCUMENT_ALTERED", details);
  if (hash.bytes.some((byte, i) => byte !== cid.multihash.bytes[i]))
    throw documentsError("DOCUMENT_ALTERED", details);
  return block;
}

function fileNode(root: string, block: Uint8Array) {
  try {
    const node = dagPb.decode(block);
    const unixfs = node.Data && UnixFS.unmarshal(node.Data);
    if (unixfs?.type === "file" || unixfs?.type === "raw") return { data: unixfs.data, links: node.Links };
  } catch (cause) {
    throw documentsError("DOCUMENT_NOT_A_FILE", { cid: root }, cause);
  }
  throw documentsError("DOCUMENT_NOT_A_FILE", { cid: root });
}

async function* walk(
  root: string,
  cid: CID,
  source: BlockSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const block = await verifiedBlock(root, cid, source, signal);
  if (cid.code === raw.code) {
    if (block.length > 0) yield block;
    return;
  }
  const { data, links } = fileNode(root, block);
  if (data && data.length > 0) yield data;
  for (const link of links) yield* walk(root, parseCid(link.Hash.toString()), source, signal);
}

/** One block, checked against its CID. */
export async function readBlock(cid: string, source: BlockSource, signal?: AbortSignal): Promise<Uint8Array> {
  return await verifiedBlock(cid, parseCid(cid), source, signal);
}

/** The bytes of a UnixFS file, block by block, each checked against its CID before it is handed out. */
export function readUnixfs(
  cid: string,
  source: BlockSource,
  signal?: AbortSignal,
): AsyncIterable<Uint8Array> {
  return walk(cid, parseCid(cid), source, signal);
}
