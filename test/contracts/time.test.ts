import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { ledger, networkHelpers } from "../support/ledger.ts";

describe("the test ledger's time", () => {
  it("goes on from the last block of the state that is put back, however long other tests took", async () => {
    await ledger();
    const before = await networkHelpers.time.latest();
    await sleep(3_000);
    await ledger();
    for (const seconds of [1, 2]) {
      await networkHelpers.mine();
      expect(await networkHelpers.time.latest()).to.be.within(before + 1, before + seconds + 1);
    }
  });
});
