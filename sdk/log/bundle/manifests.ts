import type { Fetching } from "./fetch.ts";
import type { BundleManifest } from "./manifest.ts";
import { fetchManifest } from "./open-bundle.ts";
import type { AnchoredGrowth } from "./open-bundle.ts";

/**
 * The manifests of a log's anchors, as `AnchoredTiles` asks for them: each is fetched once.
 *
 * @param anchors of one service, oldest first
 * @returns the manifest of the first anchor that covers `size` entries; errors of `fetchManifest`
 */
export function manifestsOf(
  fetching: Fetching,
  anchors: readonly Omit<AnchoredGrowth, "fromRoot">[],
): (size: number) => Promise<BundleManifest> {
  const fetched = new Map<object, Promise<BundleManifest>>();
  return (size) => {
    const anchor = anchors.find(({ to }) => to >= size)!;
    const known = fetched.get(anchor) ?? fetchManifest(fetching, anchor);
    fetched.set(anchor, known);
    return known;
  };
}
