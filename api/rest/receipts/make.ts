import { fromHex, toHex } from "../../../sdk/hex.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { AnchoredTiles, fetchManifest } from "../../../sdk/log/bundle/index.ts";
import type { BundleManifest, Fetching } from "../../../sdk/log/bundle/index.ts";
import { noteKey, parseCheckpoint, parseNote, verifyNote } from "../../../sdk/log/checkpoint/index.ts";
import { encodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import { RECEIPT_TYPE } from "../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import { TILE_WIDTH, parseEntryBundle, tileWidth } from "../../../sdk/log/tiles/index.ts";
import { readInclusion } from "../../../sdk/log/tree/index.ts";
import { leafHash, verifyInclusion } from "../../../sdk/merkle.ts";
import type { Database } from "../../read/sql/database.ts";
import { restError } from "../problems/rest-error.ts";
import { checkpointKeys, contractAddress, cosignersOf, firstHead } from "./anchors.ts";
import type { MirroredHead } from "./anchors.ts";

export type ReceiptSource = {
  readonly database: Database;
  readonly fetching: Fetching;
  readonly chainId: number;
  readonly head: MirroredHead;
};

/** The manifests that one receipt needs: two or three, each fetched once. */
function manifests({ database, fetching, head }: ReceiptSource): (size: number) => Promise<BundleManifest> {
  const fetched = new Map<string, Promise<BundleManifest>>();
  return async (size) => {
    const anchored = size === head.size ? head : (await firstHead(database, head.service, size))!;
    const known = fetched.get(anchored.bundle) ?? fetchManifest(fetching, anchored);
    fetched.set(anchored.bundle, known);
    return await known;
  };
}

/**
 * The receipt of an entry in an anchored head, from published documents; it is verified before it is handed out.
 *
 * @throws ProngsaiError LOG_BUNDLE_ENTRY, LOG_BUNDLE_NOT_ANCHORED … when what was published does not fit the chain; errors
 * of `Documents.get`
 */
export async function makeReceipt(
  source: ReceiptSource,
  index: number,
): Promise<{ readonly receipt: Receipt; readonly coseSignature: string }> {
  const { database, fetching, chainId, head } = source;
  const { service, size, root, txHash, block, blockTime } = head;
  const manifestOf = manifests(source);
  const tiles = new AnchoredTiles(fetching, size, manifestOf);
  const place = Math.floor(index / TILE_WIDTH);
  const width = tileWidth("entries", place, size);
  const [bytes, proof, manifest, contract, cosigners] = await Promise.all([
    tiles.readTile({ level: "entries", index: place, width }),
    readInclusion(tiles, index, size),
    manifestOf(size),
    contractAddress(database),
    cosignersOf(database, service, size),
  ]);
  const entry = parseEntryBundle(bytes!, width)[index % TILE_WIDTH]!;
  const leaf = leafHash(entry);
  if (!verifyInclusion(leaf, proof, fromHex(root, 32)))
    throw sdkError("LOG_BUNDLE_ENTRY", { service, index });
  const receipt: Receipt = {
    ...{ type: RECEIPT_TYPE, version: 1, service, index, leaf: toHex(leaf) },
    record: JSON.parse(new TextDecoder().decode(entry)) as NonNullable<Receipt["record"]>,
    inclusion: { size, path: proof.path.map(toHex) },
    checkpoint: manifest.checkpoint,
    anchor: { chainId, contract, txHash, block, blockTime, size, root },
    cosigners,
  };
  return { receipt, coseSignature: manifest.coseSignature };
}

/**
 * The same as a COSE receipt (RFC 9942): the published signature of the root is that of every receipt in its tree.
 *
 * @throws ProngsaiError LOG_RECEIPT_UNSIGNED when no registered key of the service signed the checkpoint
 */
export async function coseReceipt(
  database: Database,
  { receipt, coseSignature }: { readonly receipt: Receipt; readonly coseSignature: string },
): Promise<Uint8Array> {
  const { service, checkpoint } = receipt;
  const note = parseNote(checkpoint);
  const { origin } = parseCheckpoint(note.text);
  const keys = (await checkpointKeys(database, service)).map((key) => noteKey(origin, "note", key));
  const signed = verifyNote(note, keys).find(({ outcome }) => outcome === "valid");
  if (!signed) throw restError("LOG_RECEIPT_UNSIGNED", { service });
  return await encodeCoseReceipt(receipt, { key: signed.key, sign: () => fromHex(coseSignature, 64) });
}
