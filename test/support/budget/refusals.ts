/** Calls that the ledger must refuse, as tables: each names the error and the values that it must carry. */
import { expect } from "chai";
import type { BaseContract } from "ethers";
import { networkHelpers } from "../ledger.ts";
import { spending } from "./office.ts";

export type Scene = Awaited<ReturnType<typeof spending>>;

export interface Refusal {
  error: string;
  why: string;
  /** Prepares the scene; resolves to the call and the error's values. */
  attempt: (scene: Scene) => Promise<{ call: () => Promise<unknown>; values: unknown[] }>;
}

export function refusal(
  error: string,
  why: string,
  attempt: (scene: Scene) => Promise<[() => Promise<unknown>, ...unknown[]]>,
): Refusal {
  return {
    error,
    why,
    attempt: async (scene) => {
      const [call, ...values] = await attempt(scene);
      return { call, values };
    },
  };
}

/** The contract whose ABI declares the error. */
export function declares(scene: Scene, error: string): BaseContract {
  const { registry, projects, lines, commitments, disbursements } = scene;
  const found = [registry, projects, lines, commitments, disbursements].find(
    (contract) => contract.interface.getError(error as never) !== null,
  );
  if (!found) throw new Error(`no contract declares ${error}`);
  return found;
}

/** A mocha test for each refusal. */
export function itRefuses(refusals: Refusal[]): void {
  for (const { error, why, attempt } of refusals) {
    it(`${error}: ${why}`, async () => {
      const scene = await networkHelpers.loadFixture(spending);
      const { call, values } = await attempt(scene);
      await expect(call())
        .to.be.revertedWithCustomError(declares(scene, error), error)
        .withArgs(...values);
    });
  }
}
