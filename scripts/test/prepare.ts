import { buildContracts } from "../build/contracts.ts";
import { buildDecoders } from "../build/decoders.ts";
import { buildRooms } from "../build/rooms.ts";
import { buildWeb, isBuilt } from "../build/web.ts";
import type { Part } from "./parts.ts";

/**
 * Makes what a part needs that runs by itself, so that it does in a clone in which nothing was built. What follows from the
 * contracts is brought up to date, which takes no time when it is. Pages are made only where there are none: building them
 * takes longer than most tests, and few tests look at what was changed.
 */
export async function prepare({ needsPages }: Part): Promise<void> {
  buildRooms();
  if (await buildContracts()) console.log("compiled the contracts");
  await buildDecoders();
  if (needsPages && !isBuilt("pages") && (await buildWeb())) console.log("built the pages");
}
