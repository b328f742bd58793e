/** The tariff of the demonstration; not the tariff of any fund. Its version rises when a result could be another. */
export const CLAIM_RULE = "pharmacy-claim-demo/1";

const OF_DISPENSING = 5_000n;
const OF_ITEM = 1_000n;

/** What a pharmacy may claim for handing over, satang: 50 baht, and 10 baht for each item. */
export function dispensingFee(items: number): bigint {
  return OF_DISPENSING + OF_ITEM * BigInt(items);
}
