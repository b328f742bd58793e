/** Calls that the ledger must refuse, as tables: each names the error and the values that it must carry. */
import { expect } from "chai";
import type { BaseContract } from "ethers";
import { networkHelpers } from "./ledger.ts";

export interface Refusal<Scene> {
  error: string;
  why: string;
  /** Prepares the scene; resolves to the call and the error's values. */
  attempt: (scene: Scene) => Promise<{ call: () => Promise<unknown>; values: unknown[] }>;
}

/** What a register's tables are made with: the scene in which its calls are tried, and whose errors they may meet. */
export function refusalsIn<Scene>(
  setting: () => Promise<Scene>,
  contracts: (scene: Scene) => BaseContract[],
) {
  /** The contract whose ABI declares the error. */
  function declares(scene: Scene, error: string): BaseContract {
    const found = contracts(scene).find(({ interface: abi }) => abi.getError(error as never) !== null);
    if (!found) throw new Error(`no contract declares ${error}`);
    return found;
  }

  function refusal(
    error: string,
    why: string,
    attempt: (scene: Scene) => Promise<[() => Promise<unknown>, ...unknown[]]>,
  ): Refusal<Scene> {
    return {
      error,
      why,
      attempt: async (scene) => {
        const [call, ...values] = await attempt(scene);
        return { call, values };
      },
    };
  }

  /** A mocha test for each refusal. */
  function itRefuses(refusals: Refusal<Scene>[]): void {
    for (const { error, why, attempt } of refusals) {
      it(`${error}: ${why}`, async () => {
        const scene = await networkHelpers.loadFixture(setting);
        const { call, values } = await attempt(scene);
        await expect(call())
          .to.be.revertedWithCustomError(declares(scene, error), error)
          .withArgs(...values);
      });
    }
  }

  return { declares, refusal, itRefuses };
}
