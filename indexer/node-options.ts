/**
 * What Node is given for the indexer's process. Most of what it makes is garbage soon after. Where V8 may grow to a share of
 * the machine's memory it lets four times as much garbage gather as there is alive; with a limit below 2 GB, twice as
 * much: 50 MB less, for 4 % of the speed. A nursery larger than 16 MB makes nothing faster (`npm run bench:indexer`).
 */
export const NODE_OPTIONS: readonly string[] = ["--max-semi-space-size=16", "--max-old-space-size=2000"];
