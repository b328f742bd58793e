import { expect } from "chai";
import { data, refusal } from "../support/asking.ts";
import type { Node } from "../support/asking.ts";
import { runningApi } from "../support/running.ts";

const MONEY = "query ($min: Satang) { projects(filter: { minApproved: $min }) { totalCount } }";

describe("values of GraphQL", function () {
  this.timeout(60_000);

  it("take satang as decimal text, or as a whole number that JSON carries exactly", async () => {
    const count = async (min: unknown) =>
      (await data<{ projects: { totalCount: number } }>(MONEY, { min })).projects.totalCount;
    const all = await count(null);
    expect(await count("240000000"))
      .to.equal(await count(240_000_000))
      .and.below(all);
    expect(await count("0")).to.equal(all);
    expect(await count("18446744073709551615"), "beyond what a double holds exactly").to.equal(0);
    const inline = await data<{ a: Node; b: Node }>(
      '{ a: projects(filter: { minApproved: "240000000" }) { totalCount } b: projects(filter: { minApproved: 240000000 }) { totalCount } }',
    );
    expect(inline.a).to.deep.equal(inline.b);
  });

  for (const min of [1.5, "1.5", "-1", "", " ", "1e9", "0x10", "1,000", true, [], {}, 2 ** 60, "๑๐๐x"]) {
    it(`refuse ${JSON.stringify(min)} as satang`, async () => {
      const { code } = await refusal(MONEY, { min });
      expect(code).to.match(/^(MONEY_|SATANG_|SCALAR_MALFORMED|GRAPHQL_VALIDATION_FAILED)/);
    });
  }

  it("give satang as text everywhere, also sums beyond 64 bits' exactness in JSON", async () => {
    const { projects } = await data<{ projects: { nodes: { totals: Record<string, unknown> }[] } }>(
      "{ projects { nodes { totals { approved committed paid current netPaid } } } }",
    );
    for (const { totals } of projects.nodes)
      for (const value of Object.values(totals))
        expect(value)
          .to.be.a("string")
          .and.match(/^-?\d+$/);
  });

  it("take addresses in any case, give them with their checksum", async () => {
    const { agency } = await data<{ agency: { officers: { nodes: { account: string }[] } } }>(
      "{ agency(code: 91001) { officers { nodes { account } } } }",
    );
    const { account } = agency.officers.nodes[0]!;
    expect(account)
      .to.match(/^0x[0-9a-fA-F]{40}$/)
      .and.not.equal(account.toLowerCase());
    for (const written of [account, account.toLowerCase()]) {
      const found = await data<{ officer: Node }>(
        "query ($account: Address!) { officer(account: $account) { account } }",
        { account: written },
      );
      expect(found.officer).to.deep.equal({ account });
    }
  });

  for (const [query, variables, code] of [
    ["query ($v: Bytes32!) { transaction(hash: $v) { hash } }", { v: "0x12" }, "SCALAR_MALFORMED"],
    ["query ($v: Address!) { officer(account: $v) { account } }", { v: "0x12" }, "SCALAR_MALFORMED"],
    ["mutation ($v: Hex!) { submitTransaction(signed: $v) { txHash } }", { v: "0x1" }, "SCALAR_MALFORMED"],
    ['{ transaction(hash: "hello") { hash } }', {}, /^(SCALAR_MALFORMED|GRAPHQL_VALIDATION_FAILED)$/],
    ['{ projects(filter: { minApproved: "a lot" }) { totalCount } }', {}, /./],
    ["{ noSuchField }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["{ project { code } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["{ projects(filter: { state: [HAPPY] }) { totalCount } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["{ projects(first: 99999999999) { totalCount } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["query ($v: Int!) { agency(code: $v) { code } }", { v: "x" }, /^[A-Z_]+$/],
    ["query ($v: Int!) { agency(code: $v) { code } }", {}, /^[A-Z_]+$/],
    ["{ projects { nodes { code } }", {}, "GRAPHQL_PARSE_FAILED"],
    ["", {}, "GRAPHQL_PARSE_FAILED"],
    ['{ reportedProjects(filter: { flag: ["nope"] }) { totalCount } }', {}, "RED_FLAG_RULE_UNKNOWN"],
    [`{ search(query: "${"ก".repeat(201)}") { key } }`, {}, "QUERY_TOO_LONG"],
    ['{ search(query: "a", first: 1001) { key } }', {}, "PAGE_SIZE"],
  ] as const) {
    it(`refuse ${query.slice(0, 70) || "nothing"} ${JSON.stringify(variables)} with a stable code and words in both languages`, async () => {
      const { ask } = await runningApi();
      const answer = await ask(query, variables);
      const extensions = (answer.errors?.[0]?.extensions ?? answer) as unknown as {
        code: string;
        texts?: Record<"th" | "en", Record<"what" | "why" | "mend", string>>;
      };
      expect(extensions.code).to.match(typeof code === "string" ? new RegExp(`^${code}$`) : code);
      expect(extensions.texts?.th.what).to.match(/[\u0e00-\u0e7f]/);
      expect(extensions.texts?.en.mend).to.be.a("string").and.not.equal("");
      expect(JSON.stringify(answer)).not.to.match(
        /\bat .*\.ts:\d|node_modules|Internal server error|Unexpected error/i,
      );
    });
  }

  it("refuse a request that is none of GraphQL's in both languages", async () => {
    const { url } = await runningApi();
    const headers = { "content-type": "application/json" };
    for (const init of [
      { method: "POST", headers, body: "{}" },
      { method: "POST", headers, body: '[{ "query": "{ _meta { block } }" }]' },
      { method: "GET", headers: { accept: "application/json" } },
    ]) {
      const answer = await fetch(`${url}/graphql`, init);
      const { errors } = (await answer.json()) as {
        errors: { extensions: { code: string; texts?: { th: { what: string } } } }[];
      };
      expect(errors[0]!.extensions.code).to.equal("BAD_REQUEST");
      expect(errors[0]!.extensions.texts?.th.what).to.match(/[\u0e00-\u0e7f]/);
    }
  });

  it("explain what was wrong, why, and how to mend it, in Thai and English", async () => {
    for (const query of [
      "{ projects(first: 0) { totalCount } }",
      "{ lines(asOfBlock: -1) { totalCount } }",
      '{ lines(after: "x") { totalCount } }',
      '{ redFlags(rule: ["x"]) { totalCount } }',
      '{ project(code: "TH-2568-91001-000001-85") { code } }',
    ]) {
      const { texts } = await refusal(query);
      for (const part of ["what", "why", "mend"] as const) {
        expect(texts.th[part], `${query} ${part}`).to.match(/[ก-๙]/);
        expect(texts.en[part], `${query} ${part}`).to.match(/^[^ก-๙]+$/);
      }
    }
  });

  it("answer what can be answered beside a field that is refused", async () => {
    const { ask } = await runningApi();
    const { data: found, errors } = await ask<Record<string, Node | null>>(
      '{ agency(code: 91001) { code } project(code: "TH-2568-91001-000001-85") { code } }',
    );
    expect(found).to.deep.equal({ agency: { code: 91001 }, project: null });
    expect(errors).to.have.length(1);
    expect(errors![0]!.path).to.deep.equal(["project"]);
  });
});
