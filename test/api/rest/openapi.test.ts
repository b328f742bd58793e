import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { get, json } from "./support/get.ts";
import type { Row } from "./support/get.ts";

type Content = Record<string, { schema: object }>;

interface Operation {
  readonly operationId: string;
  /** of those that answer whoever signs only */
  readonly security?: object[];
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: { default?: unknown };
  }[];
  readonly requestBody?: { content: Content };
  readonly responses: Record<string, { content?: Content }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

/** One address for every read, with values that exist in the demonstration. */
const values: Record<string, string> = {
  "/v1/projects/{code}": "TH-2568-91001-000001-58",
  "/v1/agencies/{code}": "91001",
  account: "",
  lineId: "1",
  commitmentId: "1",
  milestoneId: "1",
  disbursementId: "1",
  revisionId: "1",
  obligationId: "1",
  flagId: "1",
  year: "2568",
  id: "egp:67119524001",
  batchId: "1",
  number: "100",
  service: "th.go.sathit-city.sign-tax",
  index: "0",
  hash: "",
};

describe("the description of the REST API", function () {
  this.timeout(60_000);
  let document: Document;

  before(async () => {
    document = await json<Document>("/openapi.json");
  });

  it("is a valid OpenAPI 3.1 document in both languages", async () => {
    for (const language of ["th", "en"]) {
      const found = await json<Record<string, unknown>>(`/openapi.json?lang=${language}`);
      const { valid, errors } = await new Validator().validate(structuredClone(found));
      expect(valid, JSON.stringify(errors)).to.equal(true);
    }
    const thai = await get("/openapi.json", { "Accept-Language": "th" });
    expect(thai.text).to.contain("สมุดบัญชี");
  });

  it("names every operation once and declares every parameter of a path", () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((o) => o.operationId),
    );
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.filter((one) => one.in === "path").map(({ name }) => name);
        expect(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
          path,
        ).to.have.members(declared);
      }
    }
  });

  it("says of every read what it really answers", async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "openapi", components: document.components });
    const resolved = JSON.parse(
      JSON.stringify(document.paths).replaceAll('"#/components/', '"openapi#/components/'),
    ) as Document["paths"];
    const { data: agency } = await json<{ data: Row[] }>("/v1/agencies/91001/officers");
    const { data: events } = await json<{ data: { provenance: { txHash: string } }[] }>("/v1/events");
    const known = {
      ...values,
      account: String(agency[0]!.account),
      hash: events[0]!.provenance.txHash,
    } as Record<string, string>;

    let checked = 0;
    for (const [path, { get: operation }] of Object.entries(resolved)) {
      if (!operation || operation.security || !path.startsWith("/v1/")) continue;
      const content = operation.responses["200"]!.content!;
      const schema = content["application/json"]?.schema;
      if (!schema || path.endsWith("/manifest")) continue;
      const owner = path.match(/^\/v1\/(projects|agencies)\/\{code\}/)?.[0];
      const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(known[name === "code" ? owner! : name]!),
      );
      const query = path === "/v1/search" ? "?query=ถนน" : path.includes("{") ? "" : "";
      const body = await json<object>(address + query);
      const validate = ajv.compile(schema);
      expect(validate(body), `${address}: ${ajv.errorsText(validate.errors)}`).to.equal(true);
      checked++;
    }
    expect(checked).to.be.greaterThan(45);
  });

  it("says which promises are listed when nobody says in which state", () => {
    const { get: promises } = document.paths["/v1/services/{service}/promises"]!;
    const state = promises!.parameters.find(({ name }) => name === "state");
    expect(state).to.have.nested.property("schema.default", "OPEN");
  });

  it("describes in full what is logged, promised and received: no object without its members but data", async () => {
    const page = readFileSync(new URL("../../../docs/log-formats.md", import.meta.url), "utf8");
    const example = (label: string) =>
      JSON.parse(new RegExp(`^\`\`\`\\w+ ${label}\\n(.*?)\\n\`\`\``, "ms").exec(page)![1]!) as unknown;
    const { post } = document.paths["/v1/services/{service}/actions"]!;
    const { get: receipt } = document.paths["/v1/receipts/{service}/{index}"]!;
    const json = (content: Content) => content["application/json"]!.schema;
    const schemas: [object, unknown][] = [
      [json(post!.requestBody!.content), ["entry-0", "entry-1", "entry-2"].map(example)],
      [json(post!.responses["201"]!.content!), example("answer")],
      [json(receipt!.responses["200"]!.content!), example("receipt")],
    ];
    const open: string[] = [];
    const look = (schema: unknown, path: string) => {
      if (typeof schema !== "object" || schema === null) return;
      const { type, additionalProperties } = schema as { type?: unknown; additionalProperties?: unknown };
      if (type === "object" && additionalProperties !== false) open.push(path);
      if (type === "array" && !("items" in schema)) open.push(path);
      for (const [name, inner] of Object.entries(schema)) look(inner, name === "properties" ? path : name);
    };
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const [schema, value] of schemas) {
      look(schema, "");
      const validate = ajv.compile(schema);
      expect(validate(value), ajv.errorsText(validate.errors)).to.equal(true);
    }
    expect(new Set(open)).to.deep.equal(new Set(["data"]));
  });

  it("has a page that people read without script, in Thai and English", async () => {
    for (const [language, title] of [
      ["th", "API ของโปร่งใส"],
      ["en", "The API of Prongsai"],
    ]) {
      const { status, headers, text } = await get("/api", { "Accept-Language": language! });
      expect(status).to.equal(200);
      expect(headers.get("Content-Type")).to.match(/^text\/html/);
      expect(headers.get("Content-Security-Policy")).to.contain("default-src 'none'");
      expect(text).to.contain(`<html lang="${language}">`).and.contain(title);
      expect(text).not.to.match(/<script|https?:\/\//);
      for (const path of Object.keys(document.paths)) expect(text, path).to.contain(path);
    }
  });

  it("lets the page's one style through its own policy", async () => {
    const { headers, text } = await get("/api");
    const style = text.match(/<style>([\s\S]*?)<\/style>/)![1]!;
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))).toString(
      "base64",
    );
    expect(headers.get("Content-Security-Policy")).to.contain(`'sha256-${hash}'`);
  });
});
