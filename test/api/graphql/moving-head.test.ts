import { expect } from "chai";
import { startApi, type ApiFixture, type GraphqlAnswer } from "../../support/api.ts";
import { rename } from "../support/renaming.ts";

interface Page {
  list: {
    nodes: Record<string, unknown>[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
}

describe("pages while the ledger grows", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let renamed = 0;

  // A chain of its own: these tests write.
  before(async () => void (api = await startApi()));
  after(() => api.stop());

  async function ask(query: string, after: string | null): Promise<Page["list"]> {
    const { data, errors }: GraphqlAnswer<Page> = await api.ask<Page>(query, { after });
    expect(errors).to.equal(undefined);
    return data!.list;
  }

  /** Walks the list, and between any two pages something happens on the ledger that the index has seen. */
  async function walkWhileWriting(query: string): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo } = await ask(query, after);
      found.push(...nodes);
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
      await api.mirror.reaches(await rename(api.mirror.demo, `Name ${renamed++}`));
      await sees(`Name ${renamed - 1}`);
    }
  }

  async function sees(name: string): Promise<void> {
    for (;;) {
      const { data } = await api.ask<{ agency: { nameEn: string } }>("{ agency(code: 91001) { nameEn } }");
      if (data!.agency.nameEn === name) return;
    }
  }

  const paged = (list: string, fields: string) =>
    `query ($after: String) { list: ${list} { nodes { ${fields} } pageInfo { hasNextPage endCursor } totalCount } }`;

  it("give what the list held when it was begun, nothing twice and nothing left out, newest first", async () => {
    const whole = await ask(paged("events(first: 1000, after: $after)", "cursor name"), null);
    const walked = await walkWhileWriting(paged("events(first: 100, after: $after)", "cursor name"));
    expect(walked).to.deep.equal(whole.nodes);
    const grown = await ask(paged("events(first: 1000, after: $after)", "cursor name"), null);
    expect(grown.totalCount)
      .to.equal(whole.totalCount + renamed)
      .and.above(whole.totalCount);
  });

  it("fit together in any order when the block is pinned, although entries changed meanwhile", async () => {
    const { block } = (await api.ask<{ _meta: { block: number } }>("{ _meta { block } }")).data!._meta;
    for (const list of [
      "agencies(first: SIZE, after: $after, asOfBlock: BLOCK)",
      "projects(first: SIZE, after: $after, asOfBlock: BLOCK, orderBy: { field: CHANGED, direction: DESC })",
      "redFlags(first: SIZE, after: $after, asOfBlock: BLOCK)",
    ]) {
      const fields = list.startsWith("agencies")
        ? "code nameEn"
        : list.startsWith("projects")
          ? "code"
          : "id";
      const sized = (size: number) =>
        paged(list.replace("SIZE", String(size)).replace("BLOCK", String(block)), fields);
      const whole = await ask(sized(1000), null);
      const walked = await walkWhileWriting(sized(2));
      expect(walked).to.deep.equal(whole.nodes);
      expect((await ask(sized(1000), null)).nodes, "and the same afterwards").to.deep.equal(whole.nodes);
    }
  });
});
