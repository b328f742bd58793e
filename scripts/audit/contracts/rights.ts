import { Interface } from "ethers";
import type { LogDescription } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { Plain } from "../../../sdk/replay/index.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import type { RpcLog } from "../../../sdk/verify/read-logs.ts";
import { contractRoles, functionRoles, roleIds } from "../../deploy/roles.ts";
import type { ContractName } from "../../deploy/plan.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";
import type { ListedContracts } from "./discover.ts";

const manager = new Interface(abis.AccessManager);

const roleName = (id: bigint) => Object.entries(roleIds).find(([, each]) => each === id)?.[0] ?? `role ${id}`;

/** Every function of the ledger that asks the AccessManager, with the role that may call it. */
function* restrictedFunctions(listed: ListedContracts) {
  for (const { contract, functions, role } of functionRoles) {
    const target = listed.get(contract)?.address;
    if (!target) continue;
    const abi = new Interface(abis[contract]);
    for (const name of functions)
      yield { contract, name, target, selector: abi.getFunction(name)!.selector, role };
  }
}

/**
 * Who may do what: each function needs the role that this repository gives it, the roles that move money between the
 * contracts are held by these contracts alone, and the highest right lies with the consortium's vote alone.
 */
export async function checkRights(node: AuditNode, listed: ListedContracts, part: Part): Promise<void> {
  const address = listed.get("AccessManager")?.address;
  if (!address) return;
  const questions = [...restrictedFunctions(listed)].map((each) => ({
    ...each,
    getter: {
      ...{ address, abi: manager, method: "getTargetFunctionRole" },
      args: [each.target, each.selector] as readonly Plain[],
    },
  }));
  for await (const { item, answer } of node.readAll(questions)) {
    const found = "refused" in answer ? answer.refused : roleName(answer.values[0] as bigint);
    part.equal("function rights", "RIGHTS", `${item.contract}.${item.name}`, found, item.role);
  }

  const holders = await readHolders(node, address, part);
  const alone: readonly (readonly [id: bigint, contract: ContractName])[] = [
    [roleIds.ADMIN, "Consortium"],
    ...contractRoles.map(({ role, contract }) => [roleIds[role], contract] as const),
  ];
  for (const [id, contract] of alone) {
    const found = [...(holders.get(id) ?? [])].join(", ") || "nobody";
    part.equal("role holders", "RIGHTS", roleName(id), found, listed.get(contract)?.address);
  }
}

/** Accounts that hold each role, from the AccessManager's own events, which no journal covers. */
async function readHolders(node: AuditNode, address: string, part: Part): Promise<Map<bigint, Set<string>>> {
  const holders = new Map<bigint, Set<string>>();
  for await (const { logs } of readLogs(node.rpc, { address, fromBlock: 0, toBlock: node.block })) {
    for (const log of logs) {
      const event = roleEvent(log, part);
      if (!event) continue;
      const { roleId, account } = event.args as unknown as { roleId: bigint; account: string };
      const accounts = holders.get(roleId) ?? new Set();
      holders.set(roleId, accounts);
      if (event.name === "RoleGranted") accounts.add(account);
      else accounts.delete(account);
    }
  }
  return holders;
}

function roleEvent(log: RpcLog, part: Part): LogDescription | null {
  try {
    const event = manager.parseLog(log);
    return event?.name === "RoleGranted" || event?.name === "RoleRevoked" ? event : null;
  } catch (error) {
    const sides = { found: (error as Error).message, expected: "an event of AccessManager" };
    const place = { block: Number(log.blockNumber), txHash: log.transactionHash };
    part.finds("LOG_UNREADABLE", `log ${Number(log.logIndex)} of block ${place.block}`, sides, place);
    return null;
  }
}
