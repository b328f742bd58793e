import { Interface, sha256, toUtf8Bytes } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";

export type Register =
  "AgencyRegistry" | "BudgetProjects" | "BudgetLines" | "BudgetCommitments" | "BudgetDisbursements";

/** A transaction to be sent. `refused`: the ledger's rules forbid it, and the chain must say so. */
export interface Call {
  readonly from: string;
  readonly to: Register;
  readonly data: string;
  readonly refused?: true;
}

const interfaces = Object.fromEntries(
  (
    [
      "AgencyRegistry",
      "BudgetProjects",
      "BudgetLines",
      "BudgetCommitments",
      "BudgetDisbursements",
    ] satisfies Register[]
  ).map((name) => [name, new Interface(abis[name])]),
) as Record<Register, Interface>;

export function call(from: string, to: Register, method: string, ...args: unknown[]): Call {
  return { from, to, data: interfaces[to].encodeFunctionData(method, args) };
}

export interface Paper {
  cid: string;
  digest: string;
  date: number;
}

/** A document with this content: binary CIDv1 of raw bytes. */
export function paper(content: string, date: number): Paper {
  const digest = sha256(toUtf8Bytes(content));
  return { cid: `0x01551220${digest.slice(2)}`, digest, date };
}
