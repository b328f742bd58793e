import { expect } from "chai";
import type { ApiFixture } from "../../support/api.ts";
import { runningApi } from "../support/running.ts";

const origin = "https://newspaper.example";

describe("pages of other origins", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => void (api = await runningApi()));

  const question = {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ query: "{ _meta { block } }" }),
  };
  const reads: Record<string, [path: string, init?: RequestInit]> = {
    "GraphQL, asked for the first time": ["/graphql", question],
    "GraphQL, from memory": ["/graphql", question],
    REST: ["/v1/projects"],
    "a table": ["/v1/projects.csv"],
    "a problem": ["/v1/nothing"],
    "the description of the API": ["/openapi.json"],
  };
  for (const [what, [path, init]] of Object.entries(reads)) {
    it(`may read ${what}, as nobody in particular`, async () => {
      const { headers } = await fetch(`${api.url}${path}`, { headers: { origin }, ...init });
      expect(headers.get("access-control-allow-origin")).to.equal("*");
      expect(headers.get("access-control-allow-credentials")).to.equal(null);
      expect(headers.get("access-control-expose-headers")).to.match(/ETag.*Retry-After/);
    });
  }

  it("may ask before they send JSON", async () => {
    const { status, headers } = await fetch(`${api.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(status).to.equal(204);
    expect(headers.get("access-control-allow-origin")).to.equal("*");
    expect(headers.get("access-control-allow-headers")).to.equal("content-type");
    expect(headers.get("access-control-allow-methods")).to.equal("GET,HEAD,POST,DELETE");
  });
});
