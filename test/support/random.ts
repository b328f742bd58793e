/** Repeatable random numbers: the same seed gives the same run, so a failing run can be run again. */

export interface Random {
  seed: number;
  /** the next number in [0, 1) */
  next(): number;
  /** a whole number from `from` to `to`, both included */
  integer(from: number, to: number): number;
  /** true in `share` of the cases (0 to 1) */
  chance(share: number): boolean;
}

/** Mulberry32, seeded by SEED when it is set, otherwise freshly. Print `seed` in the test's title or output. */
export function random(seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
  };
}
