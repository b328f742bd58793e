/** Seconds to the first attempt after a failure; each further failure doubles them, up to the longest. */
const FIRST = 1;
const LONGEST = 3_600;
/** Of a paused webhook. */
const PAUSED = 6 * 3_600;

/**
 * Seconds until the next attempt, between half and all of what the failures give: receivers that failed together are not
 * tried again together.
 *
 * @param failures in a row, 1 or more
 * @param random from 0 to 1
 */
export function pauseAfter(failures: number, isPaused: boolean, random: number): number {
  const most = isPaused ? PAUSED : Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  return most * (0.5 + random / 2);
}
