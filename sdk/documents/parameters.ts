/**
 * How a document is cut into blocks. A CID depends on these, so every store is given the same ones, explicitly: bytes per
 * leaf, links per node, raw leaves, CIDv1 with SHA-256, balanced tree.
 */
export const CHUNK_BYTES = 262_144;
export const MAX_LINKS = 174;
