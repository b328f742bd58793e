/**
 * AccessManager's roles: who may call what besides the duties that contracts check themselves. Deployment wires them and
 * tests read them. A restricted function that is missing here stays with the admin, the consortium's vote.
 */
import type { ContractName } from "./plan.ts";
import * as registers from "./registers.generated.ts";

/** Number of each role; no two registers may choose the same. */
export const { roleIds } = registers;

export type RoleName = keyof typeof roleIds;

export interface FunctionRole {
  readonly contract: ContractName;
  readonly functions: readonly string[];
  readonly role: RoleName;
}

export const functionRoles: readonly FunctionRole[] = registers.functionRoles;

/** Contracts that hold a role, without delay. */
export const contractRoles: readonly { contract: ContractName; role: RoleName }[] = registers.contractRoles;
