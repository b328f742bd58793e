import type { RegisterName } from "../registers.ts";
import { Act, MissingEntity } from "./act.ts";
import type { Breach } from "./act.ts";
import type { Plain, RegisterEvent } from "./event.ts";
import { handlers } from "./registers.generated.ts";
import type { LedgerState } from "./state.ts";

const byRegister = handlers satisfies Record<RegisterName, object>;

type Handler = (args: { readonly [name: string]: Plain }, act: Act) => void;

/**
 * Applies one event to the state, in place. Nothing is asked of anybody: the same events give the same state.
 *
 * @returns the rules that the event breaks, given everything before it; empty for a sound ledger
 */
export function applyEvent(state: LedgerState, event: RegisterEvent): readonly Breach[] {
  const act = new Act(state, event);
  const handle = (byRegister[event.register] as unknown as Readonly<Record<string, Handler>>)[event.name];
  if (!handle) return act.breaches;
  try {
    handle(event.args, act);
  } catch (error) {
    if (!(error instanceof MissingEntity)) throw error;
    act.rule(false, "ENTITY_UNKNOWN", error.entity, `${event.name} speaks of it`, "an event that makes it");
  }
  return act.breaches;
}
