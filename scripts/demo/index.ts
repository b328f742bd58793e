/** Plays the demonstration budget year through the signed path that agencies use. */
import type { Documents } from "../../sdk/documents/index.ts";
import { DEMO_CHAIN_ID } from "../chain/genesis.ts";
import { building, supplies, xray } from "./acts/hospital.ts";
import { law } from "./acts/law.ts";
import { computers, playground, roof } from "./acts/school.ts";
import { road, stationery, waterworks } from "./acts/town.ts";
import { Calendar, type Play } from "./play.ts";
import { Stage, type StageOptions } from "./stage.ts";

export interface DemoResult {
  /** transactions sent in this run */
  sent: number;
  /** transactions found already on the chain */
  resumed: number;
}

/**
 * Plays what has not been played yet. Safe to call at every start: a finished demonstration costs one look at each
 * of its receipts.
 * @throws when the chain is not the demonstration's: its keys are public
 */
export async function playDemo(
  options: StageOptions & { documents: Documents; progress?: (done: number, total: number) => void },
): Promise<DemoResult> {
  if (options.chainId !== BigInt(DEMO_CHAIN_ID)) {
    throw new Error(`the demonstration's keys are public and refused on chain ${options.chainId}`);
  }
  const stage = new Stage(options);
  const calendar = new Calendar();
  const play: Play = { stage, documents: options.documents, at: (date, run) => calendar.add(date, run) };
  law(play);
  road(play);
  waterworks(play);
  stationery(play);
  xray(play, supplies(play));
  building(play);
  computers(play);
  playground(play);
  roof(play);
  await calendar.run(options.progress ?? (() => {}));
  return { sent: stage.sent, resumed: stage.resumed };
}
