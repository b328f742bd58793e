/** What is deployed, in which order, and what each constructor is given. */
import * as registers from "./registers.generated.ts";

/** Source file of every contract of the ledger, in the order of deployment. */
export const { sources } = registers;

export type ContractName = keyof typeof sources;

export const contractNames = Object.keys(sources) as ContractName[];

/** Constructor parameters that take another contract's address, by the parameter's name. */
export const contractOfParameter: Readonly<Record<string, ContractName>> = registers.contractOfParameter;
