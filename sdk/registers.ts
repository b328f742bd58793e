import { abis } from "./generated/abi/index.ts";
import type { AbiEvent } from "./journal.ts";
import { registerBases } from "./register-bases.ts";

type AbiName = keyof typeof abis;

/** Name of a contract that keeps a journal: it has an interface of its own name with `journal()` in it. */
export type RegisterName = Exclude<JournalKeepers, (typeof registerBases)[number]>;

type JournalKeepers = {
  [Name in AbiName]: `I${Name}` extends AbiName ? JournalKeeper<Name> : never;
}[AbiName];

type JournalKeeper<Name extends AbiName> = "journal" extends Extract<
  (typeof abis)[Name][number],
  { name: string }
>["name"]
  ? Name
  : never;

function isRegister(name: string): name is RegisterName {
  if ((registerBases as readonly string[]).includes(name) || !(`I${name}` in abis)) return false;
  return abis[name as AbiName].some((item) => item.type === "function" && item.name === "journal");
}

/** Every contract that keeps a journal. */
export const registerNames: readonly RegisterName[] = Object.keys(abis).filter(isRegister);

/**
 * The events that a register folds into its journal: all that its interface declares. What its bases emit besides
 * (`AuthorityUpdated` of OpenZeppelin's AccessManaged) is not folded.
 */
export function journalEvents(name: RegisterName): readonly AbiEvent[] {
  return abis[`I${name}` as AbiName].filter((item) => item.type === "event") as readonly AbiEvent[];
}
