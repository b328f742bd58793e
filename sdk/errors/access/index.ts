import type { ContractErrorTexts } from "../contract-text.ts";
import { accessManagerErrors } from "./access-manager.ts";
import { consortiumErrors } from "./consortium.ts";
import { registryErrors } from "./registry.ts";

/** Errors of the contracts that say who may do what. */
export const errors: ContractErrorTexts = { ...registryErrors, ...consortiumErrors, ...accessManagerErrors };
