import { expect } from "chai";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cast, registrar } from "../../scripts/demo/cast.ts";
import { ledgerContract } from "../../sdk/contracts.ts";
import { startApi, type ApiFixture, type GraphqlAnswer } from "../support/api.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "cache/readme");

describe("README.md", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => void (api = await startApi()));
  after(() => api.stop());

  /**
   * Runs the example of the README in a module of its own: once the part that makes the signer, and for each turn the
   * part that signs and hands in.
   *
   * @param turns statements before each
   */
  async function run(example: string, values: object, turns: string[]): Promise<GraphqlAnswer<unknown>[]> {
    const body = example
      .replace("./sdk/", `${pathToFileURL(ROOT).href}/sdk/`)
      .replace("http://localhost:8080", api.url)
      .replace("await fetch(", "const response = await fetch(");
    const [imports, signer, sending] = /^(.*?)\n\n(.*?)(const lines.*)$/s.exec(body)!.slice(1) as [
      string,
      string,
      string,
    ];
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, `readme-${process.pid}-${turns.length}.ts`);
    const names = `const { ${Object.keys(values).join(", ")} } = ${JSON.stringify(values)};`;
    const sent = turns.map((turn) => `{ ${turn}\n${sending}\nanswers.push(await response.json()); }`);
    writeFileSync(file, [imports, names, signer, "export const answers = [];", ...sent].join("\n"));
    try {
      return ((await import(pathToFileURL(file).href)) as { answers: GraphqlAnswer<unknown>[] }).answers;
    } finally {
      rmSync(file);
    }
  }

  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, example] = /## Write to the ledger.*?```ts\n(.*?)```/s.exec(readme)!;
  const given = ({ privateKey }: { privateKey: string }) => {
    const { chain, deployment } = api.mirror.demo;
    return { key: privateKey, rpcUrl: chain.rpcUrl, deployment };
  };

  it("shows how to write to the ledger, and what a refusal says", async () => {
    const { demo } = api.mirror;
    const lines = ledgerContract("BudgetLines", demo.deployment, demo.provider);
    const { wallet } = cast.hospital.budget;
    // Everything of this line is allotted.
    const lineId = await lines.lineCount();
    const [answer] = await run(example!, given(wallet), [`const lineId = ${lineId}n;`]);
    const { errors } = answer!;
    expect(errors![0]!.extensions.code).to.equal("BudgetLinesAllotmentExceedsBudget");
    const [, promised] = /Its `extensions` hold (.*?)\.\s/s.exec(readme)!;
    for (const [, name] of promised!.matchAll(/`(\w+)`/g))
      expect(errors![0]!.extensions).to.have.property(name!);
  });

  it("shows how to send one transaction after the other", async () => {
    const enrolling = example!
      .replaceAll("BudgetLines", "AgencyRegistry")
      .replace(
        /lines\.allot\.populateTransaction\(.*?\)/,
        "lines.enrolAgency.populateTransaction(code, 'ก', 'A', 10)",
      );
    const answers = await run(enrolling, given(registrar), ["const code = 94001;", "const code = 94002;"]);
    for (const { data, errors } of answers) {
      expect(errors).to.equal(undefined);
      expect(data).to.have.nested.property("submitTransaction.succeeded", true);
    }
  });
});
