import type { EventsByContract } from "../decode/generated/index.ts";
import { access } from "./access.ts";
import { budget } from "./budget.ts";
import { imports } from "./imports.ts";
import type { Handler, Register } from "./types.ts";

/** Every register of the ledger. A new one is added here, and nowhere else in the indexer. */
const registers: Register<keyof EventsByContract> = { ...access, ...budget, ...imports };

/**
 * The handler of an event. Arguments come from the decoder of the same contract and event, which is what makes the
 * type's loss safe.
 */
export function handlerOf(contract: string, event: string): Handler<object> {
  const handlers = (registers as Record<string, Record<string, Handler<object>>>)[contract];
  const handler = handlers?.[event];
  if (!handler) throw new Error(`no register handles ${contract}.${event}`);
  return handler;
}
