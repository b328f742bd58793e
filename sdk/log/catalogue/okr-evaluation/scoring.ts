/** How a score follows from key results. Pure: anyone can recompute a score from what the log says. */

/** Rises when a result could be another. */
export const SCORING_RULE = "okr-scoring/1";

export type Grade = "outstanding" | "veryGood" | "good" | "fair" | "improve";

/** The least score of each grade, basis points. */
const grades: readonly (readonly [Grade, number])[] = [
  ["outstanding", 9_000],
  ["veryGood", 8_000],
  ["good", 7_000],
  ["fair", 6_000],
  ["improve", 0],
];

/** Weighted mean of key results, all in basis points, half a point rounded up. The weights sum to 10,000. */
export function score(results: readonly number[], weights: readonly number[]): number {
  const sum = results.reduce((total, result, index) => total + result * (weights[index] ?? 0), 0);
  return Math.floor((sum + 5_000) / 10_000);
}

export function gradeOf(points: number): Grade {
  return grades.find(([, least]) => points >= least)?.[0] ?? "improve";
}
