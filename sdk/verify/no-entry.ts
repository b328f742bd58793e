import type { Interface } from "ethers";
import type { RpcError } from "../rpc-error.ts";

/**
 * Whether a register refused a getter because it has no such entry: its own error `…Unknown`, as `BudgetLinesUnknown(99)`.
 * Whatever else goes wrong with a call says nothing of the entry.
 */
export function saysNoEntry(register: Interface, { revertData: data }: RpcError): boolean {
  return data !== undefined && register.parseError(data)?.name.endsWith("Unknown") === true;
}
