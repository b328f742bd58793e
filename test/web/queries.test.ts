import { expect } from "chai";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { typedQueries } from "../../scripts/build/queries/write.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("web: queries", () => {
  it("fit the API's schema and are typed as committed", async () => {
    const expected = await typedQueries();
    for (const { file, content } of expected)
      expect(readFileSync(join(ROOT, file), "utf8"), `${file}: run \`npm run build\``).to.equal(content);
    const committed = globSync("web/explorer/**/*.graphql.ts", { cwd: ROOT });
    expect(committed.sort()).to.deep.equal(expected.map(({ file }) => file).sort());
  });

  it("stand beside the page that asks them", () => {
    for (const file of globSync("web/explorer/**/*.graphql.ts", { cwd: ROOT }))
      expect(existsSync(join(ROOT, file.replace(/\.ts$/, ""))), file).to.equal(true);
  });
});
