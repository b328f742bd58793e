/** Reproducible randomness: the seed comes from `SEED` or the clock and is printed by the test that fails. */

export interface Random {
  seed: number;
  /** the next number in [0, 1) */
  next: () => number;
}

/** Mulberry32; good enough to choose test inputs. */
export function random(seed = Number(process.env.SEED ?? Date.now() % 2 ** 32)): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, next };
}
