/** The tree of a log: grows leaf by leaf, gives out tiles, and proves from stored tiles. */
export { readPeaks } from "./read-nodes.ts";
export { readConsistency, readInclusion, readRoot } from "./read-proofs.ts";
export { MemoryTiles, remembering } from "./tile-reader.ts";
export type { TileReader } from "./tile-reader.ts";
export { TiledTree } from "./tiled-tree.ts";
