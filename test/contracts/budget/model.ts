/**
 * The budget's rules in TypeScript, written from the design and not from the Solidity: the oracle for random traces.
 * It says of every call whether the ledger must accept it, and if not, which errors would be true.
 */
import type { PersonName } from "../../support/people.ts";
import { commitments } from "./model/commitments.ts";
import { disbursements } from "./model/disbursements.ts";
import { lines } from "./model/lines.ts";
import { projects } from "./model/projects.ts";
import { Stop, Turn } from "./model/turn.ts";
import type { World } from "./model/world.ts";

export const rules = { projects, lines, commitments, disbursements };
export type Register = keyof typeof rules;

export interface Call {
  as: PersonName;
  contract: Register;
  method: string;
  args: unknown[];
  /** Unix second of the block */
  time: bigint;
}

export interface Verdict {
  /** Names of the errors that would be true of this call; accepted when there are none. */
  refusals: ReadonlySet<string>;
  /** The world after the call: another one when it was accepted, else the same with the clock moved. */
  world: World;
}

type Rule = (turn: Turn, ...args: unknown[]) => void;

export function judge(world: World, { as, contract, method, args, time }: Call): Verdict {
  const turn = new Turn(world.clone(), as);
  turn.world.now = time;
  const rule = (rules[contract] as unknown as Record<string, Rule>)[method];
  if (!rule) throw new Error(`the model has no rule for ${contract}.${method}`);
  try {
    rule(turn, ...args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (turn.refusals.size === 0) return { refusals: turn.refusals, world: turn.world };
  return { refusals: turn.refusals, world: Object.assign(world, { now: time }) };
}
