import { intakeError } from "../../intake/errors/intake-error.ts";
import type { AcknowledgedLog } from "../../intake/read/logs.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { MAX_GROWTH, publishBundle } from "../../../sdk/log/bundle/index.ts";
import type { Documents } from "../../../sdk/documents/index.ts";
import { signCheckpoint } from "../../../sdk/log/checkpoint/index.ts";
import type { NoteSigner } from "../../../sdk/log/checkpoint/index.ts";
import { signRoot } from "../../../sdk/log/cose/index.ts";
import { readConsistency, readRoot } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { merkleRoot, verifyConsistency } from "../../../sdk/merkle.ts";
import type { AnchorCall, ChainHead } from "../chain/action-log.ts";
import { checkedTiles } from "../logs/checked-tiles.ts";

const EMPTY = toHex(merkleRoot([]));

/** Reads the new root from the tiles and compares it with what was acknowledged. */
async function newRoot(log: AcknowledgedLog, to: number, tiles: TileReader): Promise<Uint8Array> {
  const root = await readRoot(tiles, to);
  const [computed, stored] = [toHex(root), toHex(log.root)];
  if (to === log.size && computed !== stored)
    throw intakeError("LOG_INTAKE_ROOT", { service: log.name, size: log.size, computed, stored });
  return root;
}

async function extension(
  log: AcknowledgedLog,
  { size, root: anchored }: ChainHead,
  to: number,
  root: Uint8Array,
  tiles: TileReader,
): Promise<readonly string[]> {
  if (size === 0) return [];
  const proof = await readConsistency(tiles, size, to);
  if (verifyConsistency(proof, fromHex(anchored, 32), root)) return proof.path.map(toHex);
  const computed = toHex(await readRoot(tiles, size));
  throw intakeError("LOG_INTAKE_CHAIN", { service: log.name, size, anchored, computed });
}

/**
 * Publishes what is new in a log and gives the call that anchors it. Only what was acknowledged is read; it is compared
 * with the acknowledged root and with the anchored one before anything is published. The same log and head always give
 * the same documents and the same call. At most `MAX_GROWTH` entries; the rest is for the next time.
 *
 * @throws ProngsaiError LOG_INTAKE_ROOT, LOG_INTAKE_ENTRY, LOG_INTAKE_CHAIN when what is stored is not what was acknowledged or anchored;
 * LOG_TILE_MISSING; errors of `Documents.put`, of the signer and of the database
 */
export async function prepareAnchor(
  log: AcknowledgedLog,
  head: ChainHead,
  tiles: TileReader,
  signer: NoteSigner,
  documents: Pick<Documents, "put">,
): Promise<AnchorCall> {
  const [from, to] = [head.size, Math.min(log.size, head.size + MAX_GROWTH)];
  const root = await newRoot(log, to, tiles);
  const consistencyProof = await extension(log, head, to, root, tiles);
  const origin = signer.key.name;
  const publication = {
    ...{ service: log.name, from, to, root: toHex(root) },
    checkpoint: await signCheckpoint({ origin, size: to, root, extensions: [] }, signer),
    coseSignature: toHex(await signRoot(root, signer)),
  };
  const grown = {
    service: log.name,
    from,
    fromRoot: head.size === 0 ? EMPTY : head.root,
    to,
    root: publication.root,
  };
  const { bundle } = await publishBundle(documents, publication, await checkedTiles(tiles, grown));
  return { service: toHex(log.service), newSize: to, newRoot: publication.root, bundle, consistencyProof };
}
