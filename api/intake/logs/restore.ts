import { equalBytes, toHex } from "../../../sdk/hex.ts";
import { parseHashTile, TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import { readPeaks, remembering, TiledTree } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { MerkleAccumulator, merkleRoot } from "../../../sdk/merkle.ts";
import { intakeError } from "../errors/intake-error.ts";
import type { AcknowledgedLog } from "../read/logs.ts";
import { LogTiles } from "../read/tiles.ts";
import { isOurs } from "../store/failure.ts";
import type { Queryable } from "../store/queryable.ts";
import { ServiceLog } from "./service-log.ts";

/** The head of a log as the chain has it. */
export interface AnchoredHead {
  readonly size: number;
  /** 32 bytes */
  readonly root: Uint8Array;
}

async function anchoredRoot(reader: TileReader, anchored: number, size: number): Promise<Uint8Array> {
  return MerkleAccumulator.from(anchored, await readPeaks(reader, anchored, size)).root();
}

/** The newest full tile of each level has the root that is stored with it. */
async function newestTilesFit(database: Queryable, log: number): Promise<boolean> {
  const { rows } = await database.query<{ root: Buffer; hashes: Buffer }>(
    `SELECT DISTINCT ON (level) root, hashes FROM intake.tile WHERE log = $1 ORDER BY level, index DESC`,
    [log],
  );
  return rows.every(({ root, hashes }) => equalBytes(merkleRoot(parseHashTile(hashes, TILE_WIDTH)), root));
}

/**
 * A log as it is stored, ready to go on: its tree made anew from the stored tiles and from the entries of the open one.
 *
 * @param anchored the log's head on the chain
 * @throws ProngsaiError LOG_INTAKE_ROOT when what is stored does not give the root that was acknowledged,
 * LOG_INTAKE_CHAIN when it does not extend what is anchored
 */
export async function restoreLog(
  database: Queryable,
  stored: AcknowledgedLog,
  anchored: AnchoredHead,
): Promise<ServiceLog> {
  const { log: number, name, size, deadline } = stored;
  const log = new ServiceLog(number, toHex(stored.service), name, size, deadline);
  const reader = remembering(new LogTiles(database, number));
  const differs = (computed: string, cause?: unknown) =>
    intakeError("LOG_INTAKE_ROOT", { service: name, size, computed, stored: toHex(stored.root) }, cause);
  try {
    log.tree = await TiledTree.resume(reader, size, log.keep);
  } catch (error) {
    // Tiles or entries are missing; a database that cannot be read is told as what it is.
    if (isOurs(error)) throw differs("–", error);
    throw error;
  }
  if (!equalBytes(log.tree.root(), stored.root)) throw differs(toHex(log.tree.root()));
  if (!(await newestTilesFit(database, number))) throw differs("–");
  await checkAnchored(reader, log, anchored);
  return log;
}

/**
 * The log has the root that the chain has, at the size that the chain has.
 *
 * @throws ProngsaiError LOG_INTAKE_CHAIN
 */
export async function checkAnchored(
  reader: TileReader,
  log: ServiceLog,
  { size, root }: AnchoredHead,
): Promise<void> {
  if (size === 0) return;
  const { name, acknowledged } = log;
  const computed = size <= acknowledged ? await anchoredRoot(reader, size, acknowledged) : undefined;
  if (computed && equalBytes(computed, root)) return;
  throw intakeError("LOG_INTAKE_CHAIN", {
    service: name,
    size,
    anchored: toHex(root),
    computed: computed ? toHex(computed) : `${acknowledged} entries`,
  });
}

/** A log that has no entries yet. @throws ProngsaiError LOG_INTAKE_CHAIN when the chain has some */
export async function newLog(
  number: number,
  service: { readonly id: string; readonly name: string },
  anchored: AnchoredHead,
): Promise<ServiceLog> {
  const log = new ServiceLog(number, service.id, service.name, 0, 0);
  log.tree = new TiledTree(log.keep);
  await checkAnchored({ readTile: () => undefined }, log, anchored);
  return log;
}
