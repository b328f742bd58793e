import { ProngsaiError } from "../../errors.ts";
import { tileName } from "../tiles/tile-name.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import { BundleTree } from "./bundle-tree.ts";
import type { PublishedBundle } from "./bundle-tree.ts";
import { anchoredStep, cosignedStep, openCheckpoint, signedStep } from "./checkpoint-steps.ts";
import type { OpenCheckpoint } from "./checkpoint-steps.ts";
import { report, step } from "./step.ts";
import type { LogReport, LogStep } from "./step.ts";
import type { Trust } from "./trust.ts";

/** What a log published of itself, or a part of it. */
export type PublishedLog = {
  /** signed note */
  readonly checkpoint: string;
  /** entry bundles in the log's order; all of them, or some */
  readonly bundles: Iterable<PublishedBundle> | AsyncIterable<PublishedBundle>;
  /** hash tiles; needed to prove some bundles without all the others */
  readonly tiles: TileReader;
};

const nothing: TileReader = { readTile: () => undefined };

async function tilesStep(tree: BundleTree, tiles: TileReader): Promise<LogStep> {
  const { compared, other } = await tree.compare(tiles);
  if (other) return step("BUNDLE_TILES", false, { compared, tile: tileName(other) });
  return step("BUNDLE_TILES", compared > 0 ? "holds" : "unknown", { compared });
}

async function rootStep(
  tree: BundleTree,
  { checkpoint }: OpenCheckpoint,
  { tiles }: PublishedLog,
  bundles: number,
): Promise<LogStep> {
  const details = { bundles, size: checkpoint.size, whole: tree.whole ? 1 : 0 };
  if (bundles === 0 && checkpoint.size > 0) return step("BUNDLE_ROOT", "unknown", { ...details, tile: "" });
  try {
    const misfit = await tree.misfit(checkpoint, tiles);
    return step("BUNDLE_ROOT", misfit === undefined, { ...details, index: misfit ?? 0 });
  } catch (error) {
    if (!(error instanceof ProngsaiError) || error.code !== "LOG_TILE_MISSING") throw error;
    return step("BUNDLE_ROOT", "unknown", { ...details, tile: String(error.details["tile"]) });
  }
}

/**
 * Verifies without any network that published entries are those of a checkpoint: with all entries the whole tree is
 * built anew; with some, each bundle is proved by the published hash tiles. Published hash tiles are compared with those
 * that the entries give.
 *
 * @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED, LOG_BUNDLE_MALFORMED, LOG_TILE_MALFORMED
 */
export async function verifyBundles(
  log: Omit<PublishedLog, "tiles"> & Partial<PublishedLog>,
  trust: Trust,
): Promise<LogReport> {
  const published = { ...log, tiles: log.tiles ?? nothing };
  const open = openCheckpoint(published.checkpoint);
  const tree = new BundleTree(open.checkpoint.size);
  let bundles = 0;
  for await (const bundle of published.bundles) {
    tree.add(bundle);
    bundles++;
  }
  tree.finish();
  const steps = [
    await tilesStep(tree, published.tiles),
    await rootStep(tree, open, published, bundles),
    signedStep("CHECKPOINT_SIGNED", open, trust),
    cosignedStep(open, trust),
    anchoredStep("CHECKPOINT_ANCHORED", open, trust),
  ];
  return report(steps, [["BUNDLE_ROOT"], ["CHECKPOINT_SIGNED", "CHECKPOINT_ANCHORED"]]);
}
