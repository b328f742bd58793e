import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import { startApi, type ApiFixture, type GraphqlAnswer } from "../../support/api.ts";
import { random } from "../../support/random.ts";
import { rename } from "../support/renaming.ts";
import { Stream } from "../support/sse.ts";

const EVENTS = `subscription ($after: String, $contract: [String!]) {
  events(after: $after, contract: $contract) { cursor name contractName provenance { txHash } } }`;
const HEAD = "subscription { head { block head lag } }";

interface Event {
  cursor: string;
  name: string;
  contractName: string;
  provenance: { txHash: string };
}

interface EventPage {
  events: { nodes: Event[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

describe("subscriptions", function () {
  this.timeout(180_000);
  let api: ApiFixture;
  const chance = random();

  // A chain of its own: these tests write.
  before(async () => void (api = await startApi()));
  after(() => api.stop());

  const follow = (after: string | null, contract?: string[]) =>
    new Stream<{ events: Event }>(api.url, EVENTS, { after, contract });

  /** Every event of the index, oldest first, as the query gives them. */
  async function all(contract?: string[]): Promise<Event[]> {
    const found: Event[] = [];
    let after: string | null = null;
    for (;;) {
      const { data }: GraphqlAnswer<EventPage> = await api.ask<EventPage>(
        `query ($after: String, $contract: [String!]) { events(first: 1000, after: $after, contract: $contract) {
          nodes { cursor name contractName provenance { txHash } } pageInfo { endCursor hasNextPage } } }`,
        { after, contract },
      );
      found.push(...data!.events.nodes);
      if (!data!.events.pageInfo.hasNextPage) return found.toReversed();
      after = data!.events.pageInfo.endCursor;
    }
  }

  it(`give every event once, however often the connection breaks (SEED=${chance.seed})`, async () => {
    const seen: Event[] = [];
    let writing = true;
    let last = -1;
    const written = (async () => {
      for (let i = 0; i < 15; i++) {
        last = await rename(api.mirror.demo, `Name ${i}`);
        await sleep(chance.integer(0, 150));
      }
      writing = false;
    })();
    let drops = 0;
    while (writing || Number(seen.at(-1)?.cursor.split(":")[0] ?? -1) < last) {
      const stream = follow(seen.at(-1)?.cursor ?? "block:0");
      // Before anything came, after so many events, or some time after the first, in the middle of whatever is sent. In
      // the end in any case: when everything is written and seen, nothing more comes.
      const end = setTimeout(() => stream.drop(), chance.chance(0.2) ? chance.integer(0, 20) : 1_000);
      let left = chance.integer(1, 80);
      let timer: NodeJS.Timeout | undefined;
      for await (const { events } of stream) {
        seen.push(events);
        if (--left === 0) break;
        timer ??= setTimeout(() => stream.drop(), chance.integer(0, 200));
      }
      clearTimeout(timer);
      clearTimeout(end);
      drops++;
    }
    await written;
    const expected = (await all()).filter(({ cursor }) => Number(cursor.split(":")[0]) > 0);
    expect(seen).to.deep.equal(expected);
    expect(drops).to.be.greaterThan(5);
    expect(seen.filter(({ name }) => name === "AgencyRenamed")).to.have.length.greaterThan(14);
  });

  it("begin after a block when asked, and follow one contract when asked", async () => {
    const { block } = (await api.ask<{ _meta: { block: number } }>("{ _meta { block } }")).data!._meta;
    const middle = Math.floor(block / 2);
    const expected = (await all(["BudgetLines"])).filter(
      ({ cursor }) => Number(cursor.split(":")[0]) > middle,
    );
    expect(expected.length).to.be.greaterThan(3);
    const found: Event[] = [];
    for await (const { events } of follow(`block:${middle}`, ["BudgetLines"])) {
      found.push(events);
      if (found.length === expected.length) break;
    }
    expect(found).to.deep.equal(expected);
  });

  it("tell the state of the index now, and again when it moves on", async () => {
    const stream = new Stream<{ head: { block: number } }>(api.url, HEAD);
    const blocks: number[] = [];
    let written = -1;
    for await (const { head } of stream) {
      blocks.push(head.block);
      if (blocks.length === 1) written = await rename(api.mirror.demo, "Seen at once");
      if (head.block === written) break;
    }
    expect(blocks.length).to.be.greaterThan(1);
    expect(blocks.at(-1)).to.equal(written);
  });

  it("send only what is new when no cursor is given", async () => {
    const stream = follow(null);
    const iterator = stream[Symbol.asyncIterator]();
    const first = iterator.next();
    await stream.opened();
    await sleep(100);
    const written = await rename(api.mirror.demo, "The newest");
    const { value } = (await first) as { value: { events: Event } };
    expect(value.events.name).to.equal("AgencyRenamed");
    expect(value.events.cursor).to.match(new RegExp(`^${written}:`));
    stream.drop();
  });

  it("refuse a cursor that is none", async () => {
    let code = "";
    try {
      for await (const one of follow("yesterday")) expect.fail(JSON.stringify(one));
    } catch (error) {
      ({ code } = error as { code: string });
    }
    expect(code).to.equal("CURSOR_MALFORMED");
  });

  it("refuse the eleventh of one client, and take it when another has gone", async () => {
    const open = Array.from({ length: 10 }, () => new Stream<unknown>(api.url, HEAD));
    // The first state has come, so each of them is counted.
    await Promise.all(open.map(async (one) => await one[Symbol.asyncIterator]().next()));
    const refused = async () => {
      try {
        for await (const one of new Stream<unknown>(api.url, HEAD)) return void one;
      } catch (error) {
        return error as { code: string; details: object };
      }
      return undefined;
    };
    expect(await refused()).to.deep.include({ code: "TOO_MANY_STREAMS", details: { limit: 10 } });
    open[0]!.drop();
    while (await refused()) await sleep(20);
    for (const one of open) one.drop();
  });

  it("end when the server stops, soon and in order", async () => {
    const own = await startApi({ mirror: api.mirror });
    const stream = new Stream<{ head: { block: number } }>(own.url, HEAD);
    let states = 0;
    let stopped: Promise<void> | undefined;
    const began = performance.now();
    for await (const one of stream) {
      states += one.head.block >= 0 ? 1 : 0;
      stopped ??= own.service.stop();
    }
    await stopped;
    expect(states, "nothing is repeated while the server stops").to.equal(1);
    expect(performance.now() - began).to.be.below(9_000);
    expect(own.service.child.exitCode).to.equal(0);
  });
});
