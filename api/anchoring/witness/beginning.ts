import { fromHex, toHex } from "../../../sdk/hex.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { AnchoredTiles, manifestsOf } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth, Fetching } from "../../../sdk/log/bundle/index.ts";
import { readConsistency } from "../../../sdk/log/tree/index.ts";
import { verifyConsistency } from "../../../sdk/merkle.ts";

/**
 * The proof that the newest anchored log begins with an earlier one, from the published hash tiles, as `cosign` takes it;
 * empty for the newest itself. What the tiles give is compared with both anchored roots.
 *
 * @param anchors of one service up to the newest, `earlier` among them
 * @throws ProngsaiError LOG_BUNDLE_ROOT when the tiles do not give the roots; LOG_TILE_…, errors of `fetchManifest` and
 * `Documents.get`
 */
export async function proveBeginning(
  fetching: Fetching,
  anchors: readonly AnchoredGrowth[],
  earlier: AnchoredGrowth,
): Promise<readonly string[]> {
  const { service, to: size, root } = anchors.at(-1)!;
  if (size === earlier.to) return [];
  const tiles = new AnchoredTiles(fetching, size, manifestsOf(fetching, anchors));
  const proof = await readConsistency(tiles, earlier.to, size);
  if (!verifyConsistency(proof, fromHex(earlier.root, 32), fromHex(root, 32)))
    throw sdkError("LOG_BUNDLE_ROOT", { service, size, part: `the first ${earlier.to} entries` });
  return proof.path.map(toHex);
}
