/** Merkle trees of RFC 9162 section 2.1 over SHA-256, by leaf hashes. */
export { MerkleAccumulator, merkleRoot } from "./merkle/accumulator.ts";
export { proveConsistency, verifyConsistency } from "./merkle/consistency.ts";
export type { ConsistencyProof } from "./merkle/consistency.ts";
export { leafHash, nodeHash } from "./merkle/hash.ts";
export { inclusionRoot, proveInclusion, verifyInclusion } from "./merkle/inclusion.ts";
export type { InclusionProof } from "./merkle/inclusion.ts";
export { inclusionPaths } from "./merkle/inclusion-paths.ts";
