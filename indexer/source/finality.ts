/**
 * `instant`: a block that was ever shown stays (engines of the BFT family). `none`: blocks can be taken back and replaced,
 * as on the development chain.
 */
export type Finality = "instant" | "none";

/** Chain id of the embedded development chain. */
const DEVELOPMENT_CHAIN = 31_337;

/** Every engine that a ledger may run on gives final blocks; the development chain alone does not. */
export function finalityOf(chainId: number): Finality {
  return chainId === DEVELOPMENT_CHAIN ? "none" : "instant";
}
