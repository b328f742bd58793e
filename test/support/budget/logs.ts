/** What a call must leave in the log, event by event, with every value. */
import { expect } from "chai";
import type { ContractTransactionResponse, Interface, Result } from "ethers";
import type { TestDocument } from "../document.ts";
import { networkHelpers } from "../ledger.ts";
import { spending } from "./office.ts";
import type { Scene } from "./refusals.ts";
import { counterNames, type Counters } from "./snapshot.ts";

/** Name of the event and its values in the order of the declaration. */
export type Entry = [event: string, ...values: unknown[]];

export interface Logged {
  title: string;
  /** Prepares the scene and sends the call. */
  act: (scene: Scene) => Promise<[sent: Promise<ContractTransactionResponse>, ...entries: Entry[]]>;
}

export const logged = (title: string, act: Logged["act"]): Logged => ({ title, act });

/** A document as events carry it. */
export const inLog = ({ cid, digest, date }: TestDocument) => [cid, digest, BigInt(date)];

/** Counters as events carry them; those not named are zero. */
export const counters = (named: Partial<Counters>) => counterNames.map((name) => named[name] ?? 0n);

/** Events of the budget's contracts in one transaction, as entries. */
export async function entriesOf(scene: Scene, sent: ContractTransactionResponse): Promise<Entry[]> {
  const { projects, lines, commitments, disbursements } = scene;
  const { logs } = (await sent.wait())!;
  return Promise.all(
    logs.map(async (log): Promise<Entry> => {
      for (const contract of [projects, lines, commitments, disbursements]) {
        if ((await contract.getAddress()) !== log.address) continue;
        const { name, args } = (contract.interface as unknown as Interface).parseLog(log)!;
        return [name, ...(args as Result).toArray(true)];
      }
      throw new Error(`${log.address} is none of the budget's contracts`);
    }),
  );
}

/** A mocha test for each call; `seen` collects the names of the events. */
export function itLogs(calls: Logged[], seen: Set<string>): void {
  for (const { title, act } of calls) {
    it(title, async () => {
      const scene = await networkHelpers.loadFixture(spending);
      const [sent, ...expected] = await act(scene);
      const entries = await entriesOf(scene, await sent);
      expect(entries).to.deep.equal(expected);
      for (const [name] of entries) seen.add(name);
    });
  }
}
