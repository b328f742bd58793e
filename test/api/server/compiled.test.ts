import { expect } from "chai";
import { execute, getNamedType, parse, typeFromAST } from "graphql";
import type { DocumentNode, ExecutionResult } from "graphql";
import type { Context } from "../../../api/graphql/core/context.ts";
import { schema } from "../../../api/graphql/schema.ts";
import { HeadFollower } from "../../../api/read/heads.ts";
import { readsOf } from "../../../api/read/open.ts";
import { ReadDatabase } from "../../../api/read/sql/database.ts";
import { readRoutes } from "../../../api/rest/routes/index.ts";
import { compiled } from "../../../api/server/compiled.ts";
import { runningApi } from "../support/running.ts";

type Variables = Record<string, unknown>;

const PAGE = `query Page($first: Int, $after: String, $no: Boolean = false) {
  projects(first: $first, after: $after) { nodes { ...Told } edges { cursor node { code totals { paid } } }
    pageInfo { hasNextPage endCursor } totalCount @skip(if: $no) } }
  fragment Told on Project { __typename code title { th } agency { nameTh } ... on Node { id provenance { block event } }
    ... @include(if: $no) { draftedAt } }`;

describe("a compiled query", function () {
  this.timeout(120_000);
  let database: ReadDatabase;
  let heads: HeadFollower;
  let context: () => Context;
  before(async () => {
    const { url } = (await runningApi()).mirror.database;
    database = new ReadDatabase(url, { connections: 4, statementTimeout: 10_000 });
    heads = new HeadFollower(url);
    await heads.start();
    const reads = readsOf(database, heads);
    const gateway = { submit: () => Promise.reject(new Error("reads only")) };
    const { signal } = new AbortController();
    context = () => ({ read: reads(signal), gateway, heads, client: "test", signal });
  });
  after(async () => {
    await heads.close();
    await database.end();
  });

  const reference = async (document: DocumentNode, variableValues: Variables): Promise<ExecutionResult> =>
    await execute({ schema, document, variableValues, contextValue: context() });

  /** What the compiled query answers, after it was found to be what the reference implementation answers. */
  async function same(document: DocumentNode, variableValues: Variables): Promise<boolean> {
    const query = compiled(schema, document);
    const answer = await query?.({ variableValues, operationName: undefined, contextValue: context() });
    if (!answer) return false;
    const expected = await reference(document, variableValues);
    expect(JSON.stringify(answer)).to.equal(JSON.stringify(expected));
    return true;
  }

  for (const variables of [{}, { first: 2 }, { first: 3, no: true }, { first: 4, after: null, no: false }]) {
    it(`answers what the reference implementation answers, with ${JSON.stringify(variables)}`, async () => {
      expect(await same(parse(PAGE), variables)).to.equal(true);
    });
  }

  it("answers what the reference implementation answers to every address of REST", async () => {
    const samples: Variables = {
      String: "TH-2568-91001-000001-40",
      ID: "1",
      Int: 1,
      Boolean: true,
      TotalsGrouping: "AGENCY",
      Index: 0,
    };
    const { data } = await reference(parse("{ projects(first: 1) { nodes { code } } }"), {});
    samples.String = (data as { projects: { nodes: { code: string }[] } }).projects.nodes[0]!.code;
    let compared = 0;
    for (const { operation } of readRoutes) {
      const [query] = operation.document.definitions;
      if (query?.kind !== "OperationDefinition") throw new Error("an operation comes first");
      const required = Object.fromEntries(
        (query.variableDefinitions ?? []).flatMap(({ variable, type }) =>
          type.kind === "NonNullType"
            ? [[variable.name.value, samples[getNamedType(typeFromAST(schema, type as never))!.name]]]
            : [],
        ),
      );
      for (const more of [{}, { limit: 3, count: true }, { direction: "DESC" }, { asOfBlock: 40, limit: 2 }])
        if (await same(operation.document, { ...required, ...more })) compared++;
    }
    expect(compared).to.be.greaterThan(60);
  });

  for (const [what, query, variables] of [
    ["variables that do not fit", PAGE, { first: "two" }],
    ["what a resolver refuses", PAGE, { first: 0 }],
    ["a name of another operation", "query Other { _meta { block } }", {}],
  ] as const) {
    it(`leaves ${what} to the reference implementation`, async () => {
      const answer = await compiled(schema, parse(query))!({
        variableValues: variables,
        operationName: "Page",
        contextValue: context(),
      });
      expect(answer).to.equal(null);
    });
  }

  for (const [what, query] of [
    ["a variable within an object", "query ($a: [Int!]) { projects(filter: { agency: $a }) { totalCount } }"],
    ["a variable within a list", "query ($a: Int!) { projects(filter: { agency: [$a] }) { totalCount } }"],
    ["a name that means something to JavaScript", "{ __proto__: _meta { block } }"],
    ["introspection", "{ __schema { queryType { name } } }"],
    ["a mutation", 'mutation { submitTransaction(signed: "0x00") { block } }'],
    ["several operations", "query A { _meta { block } } query B { _meta { head } }"],
    ["a malformed value", '{ projects(filter: { minApproved: "much" }) { totalCount } }'],
    [
      "more than is worth it",
      `{ ${Array.from({ length: 301 }, (_, i) => `_${i}: _meta { block }`).join(" ")} }`,
    ],
    [
      "fragments that unfold to more than that",
      `query { ...A ...A } ${["A", "B", "C", "D", "E", "F", "G", "H", "I"]
        .map(
          (name, i, { [i + 1]: next }) =>
            `fragment ${name} on Query { ${next ? `...${next} ...${next}` : "_meta { block }"} }`,
        )
        .join(" ")}`,
    ],
  ] as const) {
    it(`is not made of ${what}`, () => {
      expect(compiled(schema, parse(query))).to.equal(null);
    });
  }

  it("is asked the same, and answers and refuses the same, however often", async () => {
    const { ask } = await runningApi();
    for (const [query, named] of [
      [PAGE.replace("Page", "Often"), "first"],
      [
        'query Often($first: Int) { project(code: "TH-1") { code lines(first: $first) { totalCount } } }',
        "first",
      ],
    ] as const) {
      const answers = [];
      for (let first = 20; first < 28; first++) answers.push(await ask(query, { [named]: first }));
      const [expected, ...others] = answers.map(({ data, errors }) => JSON.stringify({ data, errors }));
      for (const other of others) expect(other).to.equal(expected);
    }
  });
});
