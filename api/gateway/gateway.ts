/** What became of a transaction that was handed in. */
export interface Submission {
  readonly txHash: string;
  /** Block and success once included; null when the caller did not wait or the wait ran out. */
  readonly block: number | null;
  readonly succeeded: boolean | null;
}

/** The way in for signed transactions. */
export interface Gateway {
  /**
   * @param signed raw signed transaction, `0x…`
   * @param wait whether to wait for inclusion
   * @throws ProngsaiError GATEWAY_… when it is refused here, or the contract's own code when it would revert
   */
  submit(signed: string, options: { wait: boolean; signal: AbortSignal }): Promise<Submission>;
}
