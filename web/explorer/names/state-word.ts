import { budgetStates } from "../../../sdk/budget-states.ts";
import type { Stateful } from "../../../sdk/budget-states.ts";
import type { Texts } from "../../i18n/use-texts.ts";

/** Number of a state in its contract, written as the chain's answers are read. */
export const stateNumber = (thing: Stateful, state: string): string =>
  String((budgetStates[thing] as readonly string[]).indexOf(state) + 1);

/** The reader's word for a state by its number in the contract; a number that stands for none as it is. */
export function stateWord(t: Texts["t"], thing: Stateful, number: string): string {
  const state = budgetStates[thing][Number(number) - 1];
  // Every state of every thing has its word, see the test of texts; the types know no pairs.
  return state ? t(`words.${thing}State.${state}` as "words.projectState.DRAFT") : number;
}
