/** Bundles: what is published with each anchor of a log, so that anybody can rebuild the log from chain and documents. */
export { AnchoredTiles } from "./anchored-tiles.ts";
export { bundleCid } from "./cid.ts";
export type { Fetching } from "./fetch.ts";
export { MAX_GROWTH, tilesOfGrowth } from "./growth.ts";
export type { Growth } from "./growth.ts";
export { BUNDLE_TYPE, MAX_MANIFEST, manifestBytes, parseManifest } from "./manifest.ts";
export type { BundleManifest } from "./manifest.ts";
export { manifestsOf } from "./manifests.ts";
export { fetchManifest, openBundle, verifiedTiles } from "./open-bundle.ts";
export type { AnchoredGrowth, OpenBundle, PublishedEntry } from "./open-bundle.ts";
export { publishBundle } from "./publish.ts";
export type { Publication, Published } from "./publish.ts";
export { PublishedTiles } from "./published-tiles.ts";
