/** What a call must leave in the log, event by event, with every value. */
import { expect } from "chai";
import type { BaseContract, ContractTransactionResponse, Result } from "ethers";
import { networkHelpers } from "./ledger.ts";

/** Name of the event and its values in the order of the declaration. */
export type Entry = [event: string, ...values: unknown[]];

export interface Logged<Scene> {
  title: string;
  /** Prepares the scene and sends the call. */
  act: (scene: Scene) => Promise<[sent: Promise<ContractTransactionResponse>, ...entries: Entry[]]>;
}

/** What a register's tables are made with: the scene in which its calls are sent, and its contracts. */
export function logsIn<Scene>(setting: () => Promise<Scene>, contracts: (scene: Scene) => BaseContract[]) {
  const logged = (title: string, act: Logged<Scene>["act"]): Logged<Scene> => ({ title, act });

  /** Events of the register's contracts in one transaction, as entries. */
  async function entriesOf(scene: Scene, sent: ContractTransactionResponse): Promise<Entry[]> {
    const { logs } = (await sent.wait())!;
    return Promise.all(
      logs.map(async (log): Promise<Entry> => {
        for (const contract of contracts(scene)) {
          if ((await contract.getAddress()) !== log.address) continue;
          const { name, args } = contract.interface.parseLog(log)!;
          return [name, ...(args as Result).toArray(true)];
        }
        throw new Error(`${log.address} is none of the register's contracts`);
      }),
    );
  }

  /** A mocha test for each call; `seen` collects the names of the events. */
  function itLogs(calls: Logged<Scene>[], seen: Set<string>): void {
    for (const { title, act } of calls) {
      it(title, async () => {
        const scene = await networkHelpers.loadFixture(setting);
        const [sent, ...expected] = await act(scene);
        const entries = await entriesOf(scene, await sent);
        expect(entries).to.deep.equal(expected);
        for (const [name] of entries) seen.add(name);
      });
    }
  }

  return { logged, itLogs };
}
