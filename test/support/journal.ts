/** Folds a register's logs independently of the SDK and compares with what the contract keeps. */
import { expect } from "chai";
import { AbiCoder, concat, keccak256, ZeroHash, type BaseContract } from "ethers";
import { ethers } from "./ledger.ts";

/** Not a register's own facts: set by OpenZeppelin's constructors. */
const outside = new Set(["AuthorityUpdated", "EIP712DomainChanged"]);

/** Expects the contract's journal to equal the fold of all its events, and their number to be `count` when given. */
export async function expectJournal(contract: BaseContract, count?: number): Promise<void> {
  const logs = await ethers.provider.getLogs({ address: await contract.getAddress(), fromBlock: 0 });
  let root = ZeroHash;
  let folded = 0n;
  for (const log of logs) {
    const event = contract.interface.parseLog(log);
    if (!event) throw new Error(`the ABI does not know the event ${log.topics[0]}`);
    if (outside.has(event.name)) continue;
    const entry = AbiCoder.defaultAbiCoder().encode(
      ["bytes32", ...event.fragment.inputs],
      [event.topic, ...event.args],
    );
    root = keccak256(concat([root, keccak256(entry)]));
    folded++;
  }
  const kept = (await contract.getFunction("journal")()) as { count: bigint; root: string };
  expect({ count: kept.count, root: kept.root }).to.deep.equal({ count: folded, root });
  if (count !== undefined) expect(kept.count).to.equal(BigInt(count));
}
