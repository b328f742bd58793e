/**
 * What Node is given for the indexer's process. Most of what it makes is garbage soon after: it needs no nursery larger
 * than 8 MB. V8 that may grow to a share of the machine's memory lets four times as much garbage gather as there is alive;
 * with a limit below 2 GB it is twice as much: 60 MB less, for about 4 % of the speed (`npm run bench:indexer`).
 */
export const NODE_OPTIONS: readonly string[] = [
  "--min-semi-space-size=8",
  "--max-semi-space-size=8",
  "--max-old-space-size=2000",
];
