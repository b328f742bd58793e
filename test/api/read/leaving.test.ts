import { expect } from "chai";
import { setTimeout as pause } from "node:timers/promises";
import { ReadDatabase } from "../../../api/read/sql/database.ts";
import { openSnapshot } from "../../../api/read/sql/snapshot.ts";
import { sql } from "../../../api/read/sql/sql.ts";
import { startApi } from "../../support/api.ts";
import { whileHeld } from "../support/held.ts";
import { runningApi } from "../support/running.ts";

describe("readers who leave", function () {
  this.timeout(60_000);
  let database: ReadDatabase;
  before(async () => {
    const { mirror } = await runningApi();
    // One connection: each reader gets it from the one before.
    database = new ReadDatabase(mirror.database.url, { connections: 1, statementTimeout: 10_000 });
  });
  after(() => database.end());

  /** Reads until the time is over; gives what failed. */
  async function stay(until: () => boolean): Promise<string[]> {
    const failed: string[] = [];
    while (!until()) {
      const read = database.for(new AbortController().signal).rows(sql`SELECT pg_sleep(0.003)`);
      await read.catch((error: Error) => failed.push(error.message));
    }
    return failed;
  }

  async function leave(read: (signal: AbortSignal) => Promise<unknown>, after: number): Promise<boolean> {
    const gone = new AbortController();
    setTimeout(() => gone.abort(), after);
    return read(gone.signal).then(
      () => false,
      () => true,
    );
  }

  for (const [what, read] of [
    ["a statement", (signal: AbortSignal) => database.for(signal).rows(sql`SELECT pg_sleep(0.004)`)],
    [
      "a snapshot",
      async (signal: AbortSignal) => {
        const snapshot = await openSnapshot(database, signal, 10);
        await snapshot.database.rows(sql`SELECT pg_sleep(0.002)`).finally(() => snapshot.close());
      },
    ],
  ] as const)
    it(`take nobody's answer with them (${what})`, async () => {
      let over = false;
      const stays = Promise.all([stay(() => over), stay(() => over)]);
      let left = 0;
      for (let i = 0; i < 200; i++) {
        if (await leave(read, (i % 40) / 4)) left++;
        await pause(0);
      }
      over = true;
      expect(await stays).to.deep.equal([[], []]);
      expect(left, "left in the middle").to.be.greaterThan(20);
    });
});

describe("the API's end", function () {
  this.timeout(60_000);

  it("comes in order while many are being answered", async () => {
    const { mirror } = await runningApi();
    // More readers than connections: some still wait for one.
    const api = await startApi({ mirror, env: { DATABASE_CONNECTIONS: "2" } });
    await whileHeld(api, "reported_contract", async ({ waited }) => {
      const left = new AbortController();
      const asked = Array.from({ length: 60 }, (_, i) =>
        fetch(`${api.url}/v1/reported-projects?limit=${i + 1}`, { signal: left.signal }).catch(() => "left"),
      );
      await waited("SELECT * FROM reported_contract", 2);
      left.abort();
      await Promise.all(asked);
      await api.stop();
    });
    expect({ code: api.service.child.exitCode, signal: api.service.child.signalCode }).to.deep.equal({
      code: 0,
      signal: null,
    });
  });
});
