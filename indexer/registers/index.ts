import type { EventsByContract } from "../decode/generated/index.ts";
import { handlers } from "./registers.generated.ts";
import type { Handler, Register } from "./types.ts";

/** Of every register; an event without a handler does not compile. */
const registers: Register<keyof EventsByContract> = handlers;

/**
 * The handler of an event. Arguments come from the decoder of the same contract and event, which is what makes the
 * type's loss safe.
 */
export function handlerOf(contract: string, event: string): Handler<object> {
  const known = (registers as Record<string, Record<string, Handler<object>>>)[contract];
  const handler = known?.[event];
  if (!handler) throw new Error(`no register handles ${contract}.${event}`);
  return handler;
}
