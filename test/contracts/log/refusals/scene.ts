import { getAddress } from "ethers";
import { networkHelpers } from "../../../support/ledger.ts";

export const NOBODY = getAddress(`0x${"aa".repeat(20)}`);

/** Sets the time of the next block (Unix seconds), so that a test can name it. */
export async function later(seconds = 100): Promise<number> {
  const time = (await networkHelpers.time.latest()) + seconds;
  await networkHelpers.time.setNextBlockTimestamp(time);
  return time;
}
