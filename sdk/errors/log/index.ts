import type { ContractErrorTexts } from "../contract-text.ts";
import { headErrors } from "./heads.ts";
import { keyErrors } from "./keys.ts";
import { promiseErrors } from "./promises.ts";
import { serviceErrors } from "./services.ts";

/** Errors of the services' register and of their logs. */
export const errors: ContractErrorTexts = { ...serviceErrors, ...keyErrors, ...headErrors, ...promiseErrors };
