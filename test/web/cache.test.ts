import { expect } from "chai";
import { ApiProblem } from "../../web/explorer/data/api-problem.ts";
import { Cache } from "../../web/explorer/data/cache.ts";
import type { TypedQuery } from "../../web/explorer/data/typed-query.ts";

const query = "query One{one}" as TypedQuery<{ one: number }, { n: number }>;
const key = Cache.key(query, { n: 1 });

/** A cache whose answers come from a list, in order; an error in the list is thrown. */
function cacheOf(...answers: (object | ApiProblem)[]) {
  const asked: unknown[] = [];
  const cache = new Cache((async (_: string, variables: unknown) => {
    asked.push(variables);
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  }) as never);
  return { cache, asked };
}

const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

describe("web: answers kept by the page", () => {
  it("are asked for once, however many parts of the page read them", async () => {
    const { cache, asked } = cacheOf({ one: 1 });
    cache.read(query, { n: 1 });
    cache.read(query, { n: 1 });
    expect(cache.entry(key)).to.deep.include({ loading: true });
    await settled();
    expect(cache.entry(key)).to.deep.equal({ data: { one: 1 }, loading: false });
    expect(asked).to.have.lengthOf(1);
  });

  it("stay on the page while newer ones cannot be had", async () => {
    const problem = new ApiProblem("OFFLINE", true);
    const { cache } = cacheOf({ one: 1 }, problem, { one: 2 });
    cache.read(query, { n: 1 });
    await settled();
    await cache.load(key);
    expect(cache.entry(key)).to.deep.equal({ data: { one: 1 }, problem, loading: false });
    await cache.load(key);
    expect(cache.entry(key)).to.deep.equal({ data: { one: 2 }, loading: false });
  });

  it("are asked again for a newer block when they are shown, and forgotten when not", async () => {
    const { cache, asked } = cacheOf({ one: 1 }, { one: 5 }, { one: 2 }, { one: 6 });
    cache.read(query, { n: 1 });
    await settled();
    const leave = cache.read(query, { n: 5 });
    await settled();
    leave();
    await cache.refresh();
    expect(cache.entry(key).data).to.deep.equal({ one: 2 });
    expect(cache.entry(Cache.key(query, { n: 5 })).data).to.equal(undefined);
    expect(asked).to.deep.equal([{ n: 1 }, { n: 5 }, { n: 1 }]);
  });
});

describe("web: answers that the page came with", () => {
  const problem = ApiProblem.of({ message: "no", extensions: { code: "CURSOR_MALFORMED" } });
  const other = Cache.key(query, { n: 2 });

  it("are not asked for, and neither is what was wrong, until the reader says so", async () => {
    const asked: unknown[] = [];
    const ask = async (_: string, variables: unknown) => {
      asked.push(variables);
      return { one: 2 };
    };
    const cache = new Cache(ask as never, { answers: { [key]: { one: 1 } }, problems: { [other]: problem } });
    for (const n of [1, 2, 2]) cache.read(query, { n });
    await settled();
    expect(cache.entry(key)).to.deep.equal({ data: { one: 1 }, loading: false });
    expect(cache.entry(other)).to.deep.equal({ problem, loading: false });
    expect(asked).to.deep.equal([]);
    await cache.load(other);
    expect(cache.entry(other)).to.deep.equal({ data: { one: 2 }, loading: false });
    expect(asked).to.deep.equal([{ n: 2 }]);
  });
});
