/** What a chain is made from; the same parameters and the same transactions give the same block hashes. */
export interface Genesis {
  format: 1;
  chainId: number;
  hardfork: string;
  /** Unix seconds of block 0. */
  time: number;
  blockGasLimit: number;
}

/** The chain id that marks demonstration keys and data; everything demonstrative is refused elsewhere. */
export const DEMO_CHAIN_ID = 31337;

/**
 * Default genesis of the embedded chain: before fiscal year B.E. 2568 begins (1 October 2024, Bangkok), so that a
 * whole budget year can be played on the demonstration clock.
 */
export const EMBEDDED_GENESIS: Genesis = {
  format: 1,
  chainId: DEMO_CHAIN_ID,
  hardfork: "prague",
  time: Date.UTC(2024, 7, 1) / 1000,
  blockGasLimit: 60_000_000,
};
