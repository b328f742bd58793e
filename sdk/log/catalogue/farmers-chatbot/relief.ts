/**
 * Help for crops after a disaster, by the criteria of the Ministry of Agriculture and Cooperatives under the Ministry of
 * Finance's rules on advance funds for disasters, as in force since B.E. 2564: a rate a rai, for at most 30 rai of a
 * household. Pure: anyone can recompute an amount from what the log says.
 */

/** Rises when a result could be another. */
export const RELIEF_RULE = "disaster-relief-2564/1";

export type ReliefClass = "rice" | "fieldCrops" | "treesAndOthers";

/** Satang a rai. */
export const reliefRates: Readonly<Record<ReliefClass, bigint>> = {
  rice: 134_000n,
  fieldCrops: 198_000n,
  treesAndOthers: 404_800n,
};

/** 30 rai; 1 rai = 4 ngan. */
export const MOST_NGAN = 120;

/** Satang for an area in full ngan. Exact: a quarter of every rate is a whole number of satang. */
export function relief(cropClass: ReliefClass, areaNgan: number): bigint {
  return (reliefRates[cropClass] * BigInt(Math.min(areaNgan, MOST_NGAN))) / 4n;
}
