import { expect } from "chai";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cast } from "../../scripts/demo/cast.ts";
import { ledgerContract } from "../../sdk/contracts.ts";
import { startApi, type ApiFixture, type GraphqlAnswer } from "../support/api.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "cache/readme");

describe("README.md", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => void (api = await startApi()));
  after(() => api.stop());

  /** Runs the example of the README in a module of its own. */
  async function run(example: string, values: object, lineId: bigint): Promise<GraphqlAnswer<unknown>> {
    const body = example
      .replace("./sdk/", `${pathToFileURL(ROOT).href}/sdk/`)
      .replace("http://localhost:8080", api.url)
      .replace("await fetch(", "const response = await fetch(");
    const [imports, rest] = body.split(/\n\n(.*)/s) as [string, string];
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, `readme-${process.pid}-${lineId}.ts`);
    const names = `const { ${Object.keys(values).join(", ")} } = ${JSON.stringify(values)};`;
    const given = `${names}\nconst lineId = ${lineId}n;`;
    writeFileSync(file, `${imports}\n${given}\n${rest}\nexport const answer = await response.json();\n`);
    try {
      return ((await import(pathToFileURL(file).href)) as { answer: GraphqlAnswer<unknown> }).answer;
    } finally {
      rmSync(file);
    }
  }

  it("shows how to write to the ledger, and what a refusal says", async () => {
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const [, example] = /## Write to the ledger.*?```ts\n(.*?)```/s.exec(readme)!;
    const { demo } = api.mirror;
    const lines = ledgerContract("BudgetLines", demo.deployment, demo.provider);
    const { wallet } = cast.hospital.budget;
    // Everything of this line is allotted.
    const lineId = await lines.lineCount();
    const given = { key: wallet.privateKey, rpcUrl: demo.chain.rpcUrl, deployment: demo.deployment };
    const { errors } = await run(example!, given, lineId);
    expect(errors![0]!.extensions.code).to.equal("BudgetLinesAllotmentExceedsBudget");
    const [, promised] = /Its `extensions` hold (.*?)\.\s/s.exec(readme)!;
    for (const [, name] of promised!.matchAll(/`(\w+)`/g))
      expect(errors![0]!.extensions).to.have.property(name!);
  });
});
