import { expect } from "chai";
import { once } from "node:events";
import { connect } from "node:net";
import { ProjectPage } from "../../../web/explorer/pages/project/project.graphql.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { whileHeld } from "../support/held.ts";
import { runningApi } from "../support/running.ts";

interface Refused {
  status: number;
  text: string;
  code: string | undefined;
}

describe("limits of GraphQL", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => void (api = await runningApi()));

  async function post(body: string, type = "application/json"): Promise<Refused> {
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    const text = await response.text();
    let code: string | undefined;
    try {
      const answer = JSON.parse(text) as { code?: string; errors?: { extensions?: { code?: string } }[] };
      code = answer.code ?? answer.errors?.[0]?.extensions?.code;
    } catch {
      // An answer that is no JSON has no code.
    }
    return { status: response.status, text, code };
  }
  const query = (text: string, variables?: object) => post(JSON.stringify({ query: text, variables }));

  /** Whatever is refused: a legitimate question is answered right after it, and nothing internal is told. */
  async function refuses(attempt: Promise<Refused>, expected: string | RegExp): Promise<void> {
    const { status, text, code } = await attempt;
    expect(status, text).to.be.below(500);
    expect(code ?? text).to.match(typeof expected === "string" ? new RegExp(`^${expected}$`) : expected);
    expect(text).not.to.match(/node_modules|\bat \w+ \(|\.ts:\d+/);
    expect((await api.ask("{ _meta { block } }")).errors).to.equal(undefined);
  }

  it("let the explorer's largest page through", async () => {
    const { data, errors } = await api.ask(ProjectPage, { code: "TH-2568-91001-000001-58" });
    expect(errors).to.equal(undefined);
    expect(data).to.have.nested.property("project.code", "TH-2568-91001-000001-58");
  });

  it("refuse a body of more than 100 kB", () =>
    refuses(query(`{ _meta { block } } # ${"x".repeat(100_000)}`), "BODY_TOO_LARGE"));

  it("refuse a body of 5 MB without reading it to its end", async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write(
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n{",
    );
    const [answer] = (await once(socket, "data")) as [Buffer];
    socket.destroy();
    expect(String(answer)).to.match(/^HTTP\/1\.1 413 /);
  });

  it("refuse 10,000 aliases", () =>
    refuses(
      query(`{ ${Array.from({ length: 3_000 }, (_, i) => `a${i}:_meta{block}`).join(" ")} }`),
      /^GRAPHQL_(PARSE|VALIDATION)_FAILED$/,
    ));

  it("refuse more than 30 aliases", () =>
    refuses(
      query(`{ ${Array.from({ length: 31 }, (_, i) => `a${i}:_meta{block}`).join(" ")} }`),
      "GRAPHQL_VALIDATION_FAILED",
    ));

  it("refuse depth", () => {
    const nested = "project{agency{projects{nodes{".repeat(5);
    const ends = "}}}}".repeat(5);
    return refuses(query(`{ line(lineId: "1") { ${nested}code${ends} } }`), "GRAPHQL_VALIDATION_FAILED");
  });

  it("refuse lists within lists", () =>
    refuses(
      query("{ projects(first: 1000) { nodes { lines(first: 1000) { nodes { lineId } } } } }"),
      "QUERY_TOO_LARGE",
    ));

  it("count the sizes of lists that stand in variables", () =>
    refuses(
      query("query ($n: Int) { projects(first: $n) { nodes { lines(first: $n) { nodes { lineId } } } } }", {
        n: 1000,
      }),
      "QUERY_TOO_LARGE",
    ));

  it("refuse circular fragments", () =>
    refuses(
      query("query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
      "GRAPHQL_VALIDATION_FAILED",
    ));

  it("refuse an overload of directives", () =>
    refuses(query(`{ _meta { block ${"@skip(if: false) ".repeat(200)} } }`), "GRAPHQL_VALIDATION_FAILED"));

  it("refuse batches", async () => {
    const { status } = await post(JSON.stringify([{ query: "{ _meta { block } }" }]));
    expect(status).to.be.within(400, 499);
  });

  for (const [value, named] of [
    [1001, "1001"],
    [0, "0"],
    [-5, "-5"],
  ] as const) {
    it(`refuse a page of ${named}, naming limit and value`, async () => {
      const { errors } = await api.ask(`{ projects(first: ${value}) { nodes { code } } }`);
      expect(errors?.[0]?.extensions.code).to.equal("PAGE_SIZE");
      expect(errors?.[0]?.extensions.details).to.deep.equal({ limit: 1000, value });
    });
  }

  it("refuse broken JSON and other types", async () => {
    await refuses(post("{"), "BODY_MALFORMED");
    await refuses(post("query=1", "text/csv"), /.*/);
  });

  it("answer introspection", async () => {
    const { data } = await api.ask("{ __schema { queryType { name } } }");
    expect(data).to.have.nested.property("__schema.queryType.name", "Query");
  });

  it("cancel the statement of a reader who leaves", async () => {
    await whileHeld(api, "reported_contract", async ({ waited }) => {
      const gone = new AbortController();
      const asked = fetch(`${api.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ reportedProjects(first: 7) { nodes { contracts { agreed } } } }" }),
        signal: gone.signal,
      });
      const failed = asked.then(
        () => false,
        () => true,
      );
      await waited("SELECT * FROM reported_contract", 1);
      gone.abort();
      await waited("SELECT * FROM reported_contract", 0);
      expect(await failed).to.equal(true);
      expect((await api.ask("{ _meta { block } }")).errors).to.equal(undefined);
    });
  });
});

describe("limit of requests", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(
    async () =>
      void (api = await startApi({
        mirror: (await runningApi()).mirror,
        env: { REQUESTS_PER_MINUTE: "20" },
      })),
  );
  after(() => api.service.stop());

  it("is kept per client, says when to come back, and leaves /health and /ready alone", async () => {
    const codes: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 25; i++) {
      last = await fetch(`${api.url}/graphql?query=%7B_meta%7Bblock%7D%7D`);
      codes.push(last.status);
    }
    expect(codes.slice(0, 20)).to.deep.equal(Array(20).fill(200));
    expect(codes.slice(20)).to.deep.equal(Array(5).fill(429));
    expect(Number(last!.headers.get("retry-after"))).to.be.within(1, 60);
    expect(((await last!.json()) as { code: string }).code).to.equal("RATE_LIMITED");
    for (const path of ["/health", "/ready"])
      expect((await fetch(api.url + path)).status, path).to.equal(200);
  });
});
