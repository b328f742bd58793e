import { getAddress, Interface, isAddress } from "ethers";
import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { Plain } from "../../../sdk/replay/index.ts";
import { contractNames } from "../../deploy/plan.ts";
import type { ContractName } from "../../deploy/plan.ts";
import { auditError } from "../errors.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";

/** A contract as the Directory on the chain lists it. */
export interface ListedContract {
  readonly name: ContractName;
  readonly address: string;
  readonly codeHash: string;
}

export type ListedContracts = ReadonlyMap<ContractName, ListedContract>;

type Version = { readonly [name: string]: Plain };

const directoryAbi = new Interface(abis.Directory);

/**
 * The newest version of each contract, from the Directory on the chain alone.
 *
 * @throws ProngsaiError AUDIT_NO_DIRECTORY
 */
export async function discover(node: AuditNode, directory: string, part: Part): Promise<ListedContracts> {
  const ask = async (method: string, ...args: Plain[]) => {
    const answer = await node.read({ address: directory, abi: directoryAbi, method, args });
    if ("refused" in answer)
      throw auditError("AUDIT_NO_DIRECTORY", {
        th: `ไม่มีสารบบ (Directory) ตอบที่ ${directory}: ${answer.refused}`,
        en: `No Directory answers at ${directory}: ${answer.refused}`,
      });
    return answer.values[0]!;
  };
  const listed = new Map<ContractName, ListedContract>();
  for (const raw of (await ask("names")) as readonly string[]) {
    const name = decodeBytes32Text(raw) as ContractName;
    const { target, codeHash, version, retired } = (await ask("latest", raw)) as Version;
    if (!contractNames.includes(name)) {
      part.open.push(`${name} is listed in the Directory and unknown to this repository`);
      continue;
    }
    if ((version as bigint) > 1n)
      part.notes.push(`${name}: version ${String(version)} is audited, not the earlier`);
    if (retired) part.notes.push(`${name}: retired`);
    listed.set(name, { name, address: String(target), codeHash: String(codeHash) });
  }
  for (const name of contractNames) {
    part.count("contracts");
    if (!listed.has(name))
      part.finds("CONTRACT_UNLISTED", name, { found: "not in the Directory", expected: "listed" });
  }
  const own = listed.get("Directory")?.address;
  part.equal("addresses", "CONTRACT_ADDRESS", "Directory", own, getAddress(directory));
  return listed;
}

/** The addresses of a description that somebody handed out must be those of the Directory. */
export function compareDescription(
  { contracts }: DeploymentDescription,
  listed: ListedContracts,
  part: Part,
): void {
  for (const [name, { address }] of Object.entries(contracts)) {
    const found = isAddress(address) ? getAddress(address) : address;
    const expected = listed.get(name as ContractName)?.address ?? "not listed";
    part.equal("addresses", "CONTRACT_ADDRESS", name, found, expected);
  }
}
