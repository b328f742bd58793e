import { expect } from "chai";
import { Progress } from "../../indexer/progress.ts";

describe("progress of a backfill", () => {
  it("is told every five seconds with pace and time that is left", () => {
    const progress = new Progress(0);
    expect(progress.batch({ block: 100, head: 1_100, events: 4_000 }, 1_000)).to.equal(undefined);
    expect(progress.batch({ block: 300, head: 1_100, events: 6_000 }, 5_000)).to.deep.equal({
      block: 300,
      head: 1_100,
      eventsPerSecond: 2_000,
      secondsLeft: 20,
    });
    expect(progress.batch({ block: 400, head: 1_100, events: 5_000 }, 9_000)).to.equal(undefined);
    expect(progress.batch({ block: 500, head: 1_100, events: 5_000 }, 10_000)).to.deep.equal({
      block: 500,
      head: 1_100,
      eventsPerSecond: 2_000,
      secondsLeft: 15,
    });
  });

  it("is not told at the head", () => {
    const progress = new Progress(0);
    expect(progress.batch({ block: 1_100, head: 1_100, events: 1 }, 60_000)).to.equal(undefined);
  });
});
