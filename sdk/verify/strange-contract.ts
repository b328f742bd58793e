import { encodeBytes32Text } from "../bytes32.ts";

/** A contract that is asked, and the name by which the ledger's Directory has to list it. */
export interface NamedContract {
  /** as the contract's source calls it, ASCII, at most 31 characters */
  readonly name: string;
  readonly address: string;
}

/** Getters of `IDirectory`. */
export interface DirectoryGetter {
  readonly method: "latest" | "deployment";
  readonly args: readonly unknown[];
}

type Deployment = { readonly version: bigint; readonly target: string };

/**
 * The first of the contracts that the Directory does not list by its name, in whatever version. Anybody can make a contract
 * that says anything, and a register that is listed, but is another one, has no event of what it is asked for: it would
 * seem that there is nothing.
 *
 * @param read answers of the Directory, structs as objects; null where it refuses because it knows no such name
 */
export async function strangeContract(
  contracts: readonly NamedContract[],
  read: (getters: readonly DirectoryGetter[]) => Promise<readonly unknown[]>,
): Promise<NamedContract | undefined> {
  const latest = (await read(
    contracts.map(({ name }) => ({ method: "latest", args: [encodeBytes32Text(name)] })),
  )) as (Deployment | null)[];
  for (const [index, contract] of contracts.entries()) {
    const newest = latest[index];
    if (!newest) return contract;
    const isIt = ({ target }: Deployment) => target.toLowerCase() === contract.address.toLowerCase();
    if (isIt(newest)) continue;
    const earlier = Array.from({ length: Number(newest.version) - 1 }, (_, version) => ({
      method: "deployment" as const,
      args: [encodeBytes32Text(contract.name), version + 1],
    }));
    if (!((await read(earlier)) as Deployment[]).some(isIt)) return contract;
  }
  return undefined;
}
